package io.bailiwick.users.web;

import io.bailiwick.groups.Group;
import io.bailiwick.groups.GroupHeads;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.previews.Review;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Option;
import io.bailiwick.ui.Phrases;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Foresight;
import io.bailiwick.users.Selection;
import io.bailiwick.users.Selections;
import io.bailiwick.users.UserFilter;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the tab "Members" on the page of a group. */
@Component
class MemberPages {
    private final Groups groups;
    private final GroupHeads heads;
    private final Users users;
    private final Selections selections;
    private final Guard guard;
    private final Phrases phrases;

    MemberPages(Groups groups, GroupHeads heads, Users users, Selections selections, Guard guard, Phrases phrases) {
        this.groups = groups;
        this.heads = heads;
        this.users = users;
        this.selections = selections;
        this.guard = guard;
        this.phrases = phrases;
    }

    Group group(Actor actor, String id) {
        return groups.get(actor, GroupId.read(id));
    }

    /** @param wanted what others are to be found by */
    String page(Actor actor, Group group, String q, PageRequest request, String wanted, Errors errors, Model model) {
        var maySee = guard.may(actor, PanelArea.USERS, Action.READ);
        var mayChange =
                guard.may(actor, PanelArea.GROUPS, Action.UPDATE) && guard.may(actor, PanelArea.USERS, Action.UPDATE);
        model.addAttribute("head", heads.of(actor, group, GroupHeads.MEMBERS));
        model.addAttribute("maySee", maySee);
        model.addAttribute("mayChange", maySee && mayChange);
        model.addAttribute("q", q);
        model.addAttribute("errors", errors);
        if (maySee) {
            var in = new UserFilter(q, null, null, null, null, group.id().toString(), null, null);
            var found = users.show(actor, in, request);
            var links = new ListLinks("/groups/" + group.id() + GroupHeads.MEMBERS, Map.of("q", q), "name");
            model.addAttribute("shown", found);
            model.addAttribute("previous", links.next(found.found().previous()));
            model.addAttribute("next", links.next(found.found().page().next()));
            model.addAttribute("others", mayChange ? others(actor, group, wanted) : new Offered(List.of(), 0));
        }
        return "users/members";
    }

    /** The first of those who match and are not in the group; nobody decides upon his own groups. */
    Offered others(Actor actor, Group group, String q) {
        guard.require(actor, PanelArea.USERS, Action.READ);
        var out = UserFilter.of("-group:" + group.id() + " " + q);
        return Offered.of(
                        users.show(actor, out, Offered.REQUEST).found().page(),
                        user -> Option.of(user.id().toString(), user.name(), user.email()))
                .without(String.valueOf(actor.user()));
    }

    /** How many were changed. */
    int change(Actor actor, Group group, MemberForm form) {
        if (form.users().isEmpty()) {
            throw new Refusal.Invalid(form.leaves() ? "id" : "add", phrases.text("users.members.nobody"));
        }
        return selections
                .carryOut(actor, new Selection.These(form.users()), deed(group, form), false, form.confirm())
                .changed();
    }

    /** What changing them would do. */
    Foresight foresee(Actor actor, Group group, MemberForm form) {
        return selections.foresee(actor, new Selection.These(form.users()), deed(group, form));
    }

    /** Who gains and who loses what by it, or what stands against it. */
    static Outlook outlook(Foresight foresight) {
        return foresight.refused().isEmpty()
                ? Outlook.told(foresight.effect())
                : new Outlook(
                        null,
                        foresight.refused().stream()
                                .map(left -> "`" + left.email() + "`: " + left.reason())
                                .toList());
    }

    /** What the button says that does it, before what comes of it. */
    String button(MemberForm form) {
        return phrases.text(
                form.leaves() ? "users.members.leave.button" : "users.members.join.button",
                form.users().size());
    }

    /** Asks before it is done. */
    String review(Actor actor, Group group, MemberForm form, Model model) {
        var back = "/groups/" + group.id() + GroupHeads.MEMBERS;
        var foresight = foresee(actor, group, form);
        var asked = foresight.asked();
        var title = form.leaves() ? "users.members.leave.title" : "users.members.join.title";
        return new Review(
                        phrases.text(title, form.users().size(), group.name()),
                        new Review.Deed(button(form), null, form.leaves()),
                        outlook(foresight),
                        asked == null ? null : asked.detail(),
                        List.of(),
                        back,
                        form.fields(asked == null ? null : asked.token()),
                        back)
                .in(model, crumbs(group, back));
    }

    private static Deed deed(Group group, MemberForm form) {
        var named = List.of(group.id().toString());
        return form.leaves() ? new Deed.Leave(named) : new Deed.Join(named);
    }

    private List<Crumb> crumbs(Group group, String back) {
        return List.of(
                Crumb.of(phrases.text("ui.nav.directory")),
                Crumb.of(phrases.text("groups.title"), "/groups"),
                Crumb.of(group.name(), back));
    }

    String question(Group group, MemberForm form, Refusal.Unconfirmed unconfirmed, Model model) {
        var back = "/groups/" + group.id() + GroupHeads.MEMBERS;
        var number = form.users().size();
        return new Confirmation(
                        phrases.text("users.members.leave.title", number, group.name()),
                        unconfirmed.detail(),
                        List.of(),
                        back,
                        form.fields(unconfirmed.token()),
                        button(form),
                        back,
                        true)
                .in(model, crumbs(group, back).toArray(Crumb[]::new));
    }

    /** What stands against it, with a word for each person. */
    static Errors errors(Refusal refused, MemberForm form) {
        var field = form.leaves() ? "" : "add";
        if (refused instanceof Refusal.Conflict conflict) {
            var errors = Errors.none().and(field, conflict.detail());
            for (var reason : conflict.reasons()) {
                errors = errors.and(field, reason.message());
            }
            return errors;
        }
        return Errors.none().and(field, refused.detail());
    }
}
