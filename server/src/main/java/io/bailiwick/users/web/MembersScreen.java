package io.bailiwick.users.web;

import io.bailiwick.groups.GroupHeads;
import io.bailiwick.groups.GroupTab;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Offered;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab "Members" on the page of a group: who is in it, put in and taken out. */
@Controller
class MembersScreen {
    private final MemberPages pages;
    private final Guard guard;

    MembersScreen(MemberPages pages, Guard guard) {
        this.pages = pages;
        this.guard = guard;
    }

    @Bean
    static GroupTab groupMembersTab() {
        return new GroupTab(30, "groups.members", GroupHeads.MEMBERS);
    }

    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    @GetMapping("/groups/{group}/members")
    String show(
            Actor actor,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String q,
            PageRequest request,
            Model model) {
        return pages.page(actor, pages.group(actor, group), q, request, "", Errors.none(), model);
    }

    /** Those who match and are not in the group. */
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    @GetMapping("/groups/{group}/others")
    String others(Actor actor, @PathVariable String group, @RequestParam(defaultValue = "") String q, Model model) {
        var found = pages.group(actor, group);
        model.addAttribute("offered", pages.others(actor, found, q));
        return Offered.VIEW;
    }

    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    @PostMapping("/groups/{group}/members")
    String change(
            Actor actor,
            @PathVariable String group,
            MemberForm form,
            Flash flash,
            HttpServletResponse response,
            Model model) {
        guard.require(actor, PanelArea.USERS, Action.UPDATE);
        var found = pages.group(actor, group);
        if (form.isSearch()) {
            return pages.page(actor, found, "", PageRequest.first(), form.wanted(), Errors.none(), model);
        }
        try {
            var changed = pages.change(actor, found, form);
            flash.done(form.leaves() ? "users.members.left" : "users.members.joined", changed, found.name());
            return "redirect:/groups/" + found.id() + GroupHeads.MEMBERS;
        } catch (Refusal.Unconfirmed unconfirmed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.question(found, form, unconfirmed, model);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            var errors = MemberPages.errors(refused, form);
            UserPages.refused(refused, response);
            return pages.page(actor, found, "", PageRequest.first(), "", errors, model);
        }
    }
}
