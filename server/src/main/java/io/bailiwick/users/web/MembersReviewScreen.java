package io.bailiwick.users.web;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What putting people into a group, or taking them out, would do, before it is done; nothing is done here. */
@Controller
class MembersReviewScreen {
    private final MemberPages pages;
    private final Guard guard;
    private final Phrases phrases;

    MembersReviewScreen(MemberPages pages, Guard guard, Phrases phrases) {
        this.pages = pages;
        this.guard = guard;
        this.phrases = phrases;
    }

    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    @PostMapping("/groups/{group}/members/outlook")
    String outlook(Actor actor, @PathVariable String group, MemberForm form, Model model) {
        guard.require(actor, PanelArea.USERS, Action.UPDATE);
        var found = pages.group(actor, group);
        var isNobody = form.users().isEmpty();
        model.addAttribute(
                "outlook", isNobody ? Outlook.none() : MemberPages.outlook(pages.foresee(actor, found, form)));
        model.addAttribute("deed", isNobody ? phrases.text("users.members.join") : pages.button(form));
        return Outlook.VIEW;
    }

    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    @PostMapping("/groups/{group}/members/review")
    String review(Actor actor, @PathVariable String group, MemberForm form, HttpServletResponse response, Model model) {
        guard.require(actor, PanelArea.USERS, Action.UPDATE);
        var found = pages.group(actor, group);
        if (form.users().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = Errors.none().and(form.leaves() ? "" : "add", phrases.text("users.members.nobody"));
            return pages.page(actor, found, "", PageRequest.first(), "", errors, model);
        }
        return pages.review(actor, found, form, model);
    }
}
