package io.bailiwick.groups;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Phrases phrases;

    GroupsDeletion(Groups groups, GroupPages pages, GroupTargets targets, GroupQuestions questions, Phrases phrases) {
        this.groups = groups;
        this.pages = pages;
        this.targets = targets;
        this.questions = questions;
        this.phrases = phrases;
    }

    @GetMapping("/groups/{group}/delete")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    String ask(Actor actor, Model model, @PathVariable String group) {
        return page(actor, model, groups.get(actor, GroupId.read(group)), "", Errors.none());
    }

    @GetMapping("/groups/{group}/targets")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    String targets(Actor actor, Model model, @PathVariable String group, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", targets.matching(actor, groups.get(actor, GroupId.read(group)), q));
        return Offered.VIEW;
    }

    /** Who gains and who loses what, while it is chosen where the members go; nothing is deleted here. */
    @PostMapping("/groups/{group}/delete/outlook")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    String outlook(
            Actor actor,
            Model model,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String moveMembersTo) {
        var found = groups.get(actor, GroupId.read(group));
        model.addAttribute("outlook", outlook(actor, found, null, moveMembersTo));
        model.addAttribute("deed", phrases.text("groups.delete.button", found.name()));
        return Outlook.VIEW;
    }

    /** The same on a page of its own, from which it is deleted. */
    @PostMapping("/groups/{group}/delete/review")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    String review(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @PathVariable String group,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String moveMembersTo,
            @RequestParam MultiValueMap<String, String> posted) {
        var found = groups.get(actor, GroupId.read(group));
        try {
            var effect = groups.previewDeletion(actor, found.id(), version, moveMembersTo, PageRequest.first());
            var asked = groups.questionOfDeletion(actor, found.id(), moveMembersTo);
            return questions.delete(model, found, posted, Outlook.told(effect), asked.orElse(null));
        } catch (Refusal.Conflict | Refusal.Invalid | Refusal.Beyond | Refusal.Stale refused) {
            return refused(actor, model, response, found, moveMembersTo, refused);
        }
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
        var found = groups.get(actor, GroupId.read(group));
        try {
            groups.delete(actor, found.id(), version, moveMembersTo, confirm);
            flash.done("groups.deleted", found.name());
            return "redirect:/groups";
        } catch (Refusal.Conflict | Refusal.Invalid | Refusal.Beyond | Refusal.Stale refused) {
            return refused(actor, model, response, found, moveMembersTo, refused);
        } catch (Refusal.Unconfirmed unconfirmed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return questions.delete(model, found, posted, outlook(actor, found, version, moveMembersTo), unconfirmed);
        }
    }

    private Outlook outlook(Actor actor, Group group, @Nullable Long version, String moveMembersTo) {
        return Outlook.of(() -> groups.previewDeletion(actor, group.id(), version, moveMembersTo, PageRequest.first()));
    }

    private String refused(
            Actor actor, Model model, HttpServletResponse response, Group group, String to, Refusal refused) {
        Errors.refused(response, refused, "moveMembersTo");
        return page(
                actor,
                model,
                group,
                to,
                Errors.none().and("moveMembersTo", refused.detail()).decided(refused));
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
