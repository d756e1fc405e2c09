package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Selection;
import io.bailiwick.users.Selections;
import io.bailiwick.users.web.BulkPages.Way;
import io.bailiwick.users.web.BulkPages.Wish;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Putting many users into groups, and taking them out. */
@Controller
class BulkGroupsScreen {
    private static final String LEAVE = "leave";

    private final BulkPages pages;
    private final Selections selections;
    private final Picks picks;
    private final Phrases phrases;

    BulkGroupsScreen(BulkPages pages, Selections selections, Picks picks, Phrases phrases) {
        this.pages = pages;
        this.selections = selections;
        this.picks = picks;
        this.phrases = phrases;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/bulk/groups")
    String groups(
            Actor actor,
            @ModelAttribute("picked") Picked picked,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(required = false) @Nullable List<String> groups,
            @RequestParam(required = false) @Nullable String find,
            @ModelAttribute("finds") Finds finds,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        var way = new Way(actor, picked, flash, response, model);
        if (picked.isEmpty()) {
            return pages.nobody(way);
        }
        var named = groups == null ? List.<String>of() : groups;
        if (mode.isEmpty() || find != null) {
            return form(way, Errors.none(), mode.isEmpty() ? "join" : mode, named, finds);
        }
        var fields = new ArrayList<Field>();
        fields.add(new Field("mode", mode));
        named.forEach(group -> fields.add(new Field("groups", group)));
        try {
            return pages.next(way, new Wish("groups", mode.equals(LEAVE) ? LEAVE : "join", deed(mode, named), fields));
        } catch (Refusal.Invalid invalid) {
            UserPages.refused(invalid, response);
            return form(way, Errors.of(invalid), mode, named, Finds.NONE);
        }
    }

    /** Who would gain and who would lose what, while the groups are chosen. */
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/bulk/groups/outlook")
    String outlook(
            Actor actor,
            @ModelAttribute("picked") Picked picked,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(required = false) @Nullable List<String> groups,
            Model model) {
        var deed = deed(mode, groups == null ? List.of() : groups);
        model.addAttribute(
                "outlook",
                Outlook.of(() ->
                        selections.foresee(actor, picked.selection(), deed).effect()));
        model.addAttribute("deed", phrases.text("users.bulk.groups.button", selections.size(actor, now(picked))));
        return Outlook.VIEW;
    }

    private static Deed deed(String mode, List<String> groups) {
        return mode.equals(LEAVE) ? new Deed.Leave(groups) : new Deed.Join(groups);
    }

    private String form(Way way, Errors errors, String mode, List<String> chosen, Finds finds) {
        var members = selections.groups(way.actor(), now(way.picked()));
        way.model().addAttribute("errors", errors);
        way.model().addAttribute("mode", mode);
        way.model().addAttribute("chosen", chosen);
        way.model().addAttribute("groups", picks.groups(way.actor(), chosen, finds.findGroups()));
        way.model().addAttribute("members", members);
        way.model().addAttribute("number", selections.size(way.actor(), now(way.picked())));
        way.model().addAttribute("back", way.back());
        return "users/bulk-groups";
    }

    /** The selection as it is by now; whether it is what was seen is judged when it is changed. */
    private static Selection now(Picked picked) {
        return picked.selection() instanceof Selection.Matching matching
                ? new Selection.Matching(matching.q(), null)
                : picked.selection();
    }
}
