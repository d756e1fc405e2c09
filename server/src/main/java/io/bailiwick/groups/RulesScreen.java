package io.bailiwick.groups;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab "Rules" of a group: the same as the matrix, as a list of path, access and effect; and the group's name. */
@Controller
class RulesScreen {
    private static final String REVIEW = "review";

    private final Groups groups;
    private final GroupPages pages;
    private final Reviews reviews;

    RulesScreen(Groups groups, GroupPages pages, Reviews reviews) {
        this.groups = groups;
        this.pages = pages;
        this.reviews = reviews;
    }

    @GetMapping("/groups/{group}/rules")
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String group, @RequestParam(defaultValue = "") String area) {
        var found = groups.get(actor, GroupId.read(group));
        var filter = area.strip();
        var draft = GroupDraft.of(found, pages.references(actor), filter.toLowerCase(Locale.ROOT));
        return pages.group(actor, model, found, draft, filter, Errors.none());
    }

    @PostMapping("/groups/{group}/rules")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String group,
            @RequestParam long version,
            @RequestParam(name = "do", defaultValue = GroupDraft.SAVE) String verb,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam MultiValueMap<String, String> posted) {
        var found = groups.get(actor, GroupId.read(group));
        var draft = GroupDraft.read(posted);
        if (!verb.equals(GroupDraft.SAVE) && !verb.equals(REVIEW)) {
            model.addAttribute("version", version);
            return pages.group(actor, model, found, draft.after(verb), filter, Errors.none());
        }
        var tidy = draft.tidy();
        try {
            if (verb.equals(REVIEW)) {
                return review(actor, model, found, version, tidy, posted);
            }
            groups.edit(actor, found.id(), version, saved -> tidy.form(found), confirm);
            flash.done("groups.saved", draft.name().strip());
            return "redirect:/groups/" + found.id() + GroupHeads.RULES;
        } catch (Refusal.Stale stale) {
            return pages.stale(actor, model, response, stale, groups.get(actor, found.id()), tidy, filter);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return pages.group(actor, model, found, tidy, filter, Errors.refused(response, refused, "name"));
        } catch (Refusal.Unconfirmed unconfirmed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return review(actor, model, found, version, tidy, posted);
        }
    }

    private String review(
            Actor actor,
            Model model,
            Group found,
            long version,
            GroupDraft draft,
            MultiValueMap<String, String> posted) {
        var rehearsal = groups.rehearse(actor, found.id(), version, draft.form(found));
        var way = new Reviews.Way(
                GroupHeads.RULES, GroupHeads.RULES, GroupQuestions.again(posted), reviews.title(found), List.of());
        return reviews.page(actor, rehearsal, way, model);
    }
}
