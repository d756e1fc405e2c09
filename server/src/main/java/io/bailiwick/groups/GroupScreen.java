package io.bailiwick.groups;

import io.bailiwick.groups.MatrixPages.Wanted;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
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

/** The tab "Permissions" of a group: the matrix, reviewed and saved. */
@Controller
class GroupScreen {
    private final Groups groups;
    private final MatrixPages pages;
    private final MatrixReviews reviews;

    GroupScreen(Groups groups, MatrixPages pages, MatrixReviews reviews) {
        this.groups = groups;
        this.pages = pages;
        this.reviews = reviews;
    }

    @GetMapping("/groups/{group}")
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    String show(
            Actor actor, Model model, @PathVariable String group, @RequestParam MultiValueMap<String, String> asked) {
        var wanted =
                new Wanted(actor, groups.get(actor, GroupId.read(group)), MatrixDraft.NONE, MatrixView.read(asked));
        return pages.page(wanted, pages.coverage(actor), Errors.none(), model);
    }

    /** Draws the form again with what was chosen, in another view of it, filled with a preset, or only judged, or told. */
    @PostMapping("/groups/{group}/draft")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    String draft(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @PathVariable String group,
            @RequestParam(name = "do", defaultValue = "") String verb,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam MultiValueMap<String, String> posted) {
        var coverage = pages.coverage(actor);
        var wanted = pages.wanted(actor, groups.get(actor, GroupId.read(group)), posted, verb, coverage);
        model.addAttribute("version", version);
        if (verb.equals("judge")) {
            return pages.judged(wanted, coverage, new MatrixPosted(posted), model);
        }
        if (verb.equals("tell")) {
            return pages.told(wanted, coverage, model);
        }
        response.setHeader(
                "HX-Replace-Url",
                "/groups/" + wanted.group().id() + wanted.view().query());
        return pages.page(wanted, coverage, Errors.none(), model);
    }

    @PostMapping("/groups/{group}/review")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    String review(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String group,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> posted) {
        var found = groups.get(actor, GroupId.read(group));
        var coverage = pages.coverage(actor);
        var wanted = pages.wanted(actor, found, posted, "", coverage);
        if (wanted.draft().isEmpty() && version == found.version()) {
            flash.warning("groups.nothing");
            return "redirect:/groups/" + found.id();
        }
        return reviews.page(wanted, version, coverage, response, model);
    }

    @PostMapping("/groups/{group}")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    String save(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String group,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestParam MultiValueMap<String, String> posted) {
        var found = groups.get(actor, GroupId.read(group));
        var coverage = pages.coverage(actor);
        var wanted = pages.wanted(actor, found, posted, "", coverage);
        try {
            groups.edit(actor, found.id(), version, saved -> wanted.draft().form(found), confirm);
            flash.done("groups.saved", found.name());
            return "redirect:/groups/" + found.id();
        } catch (Refusal.Unconfirmed unconfirmed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return reviews.page(wanted, version, coverage, response, model);
        } catch (Refusal.Stale | Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return reviews.refused(wanted, coverage, refused, response, model);
        }
    }
}
