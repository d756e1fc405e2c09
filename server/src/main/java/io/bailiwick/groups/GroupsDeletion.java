package io.bailiwick.groups;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Offered;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deleting a group, and where its members go. */
@Controller
class GroupsDeletion {
    private final Groups groups;
    private final GroupPages pages;
    private final GroupTargets targets;
    private final GroupQuestions questions;

    GroupsDeletion(Groups groups, GroupPages pages, GroupTargets targets, GroupQuestions questions) {
        this.groups = groups;
        this.pages = pages;
        this.targets = targets;
        this.questions = questions;
    }

    @GetMapping("/groups/{group}/delete")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    String ask(Actor actor, Model model, @PathVariable String group) {
        return page(actor, model, groups.get(actor, GroupsApi.id(group)), "", Errors.none());
    }

    @GetMapping("/groups/{group}/targets")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    String targets(Actor actor, Model model, @PathVariable String group, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", targets.matching(actor, groups.get(actor, GroupsApi.id(group)), q));
        return Offered.VIEW;
    }

    @PostMapping("/groups/{group}/delete")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    String delete(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String group,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String moveMembersTo,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestParam MultiValueMap<String, String> posted) {
        var found = groups.get(actor, GroupsApi.id(group));
        try {
            groups.delete(actor, found.id(), version, moveMembersTo, confirm);
            flash.done("groups.deleted", found.name());
            return "redirect:/groups";
        } catch (Refusal.Conflict | Refusal.Invalid | Refusal.Beyond refused) {
            Errors.refused(response, refused, "moveMembersTo");
            var errors = Errors.none().and("moveMembersTo", refused.detail()).decided(refused);
            return page(actor, model, found, moveMembersTo, errors);
        } catch (Refusal.Unconfirmed unconfirmed) {
            return questions.delete(model, response, found, posted, unconfirmed);
        }
    }

    private String page(Actor actor, Model model, Group group, String to, Errors errors) {
        model.addAttribute("group", group);
        model.addAttribute("count", pages.count(actor, group));
        model.addAttribute("targets", targets.offered(actor, group, to));
        model.addAttribute("to", to);
        model.addAttribute("errors", errors);
        return "groups/delete";
    }
}
