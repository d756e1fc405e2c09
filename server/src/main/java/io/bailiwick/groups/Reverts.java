package io.bailiwick.groups;

import io.bailiwick.accounts.History;
import io.bailiwick.accounts.Past;
import io.bailiwick.groups.Undoing.Misfit;
import io.bailiwick.groups.Undoing.Undone;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells a group's history, and lets one change of it be undone. */
@Component
class Reverts {
    private final Groups groups;
    private final Covers covers;
    private final History history;
    private final GroupWords words;
    private final Reviews reviews;
    private final Guard guard;
    private final Phrases phrases;

    Reverts(
            Groups groups,
            Covers covers,
            History history,
            GroupWords words,
            Reviews reviews,
            Guard guard,
            Phrases phrases) {
        this.groups = groups;
        this.covers = covers;
        this.history = history;
        this.words = words;
        this.reviews = reviews;
        this.guard = guard;
        this.phrases = phrases;
    }

    /** The lines, in the order given. Addresses of others are kept from those who do not see all of the account. */
    List<GroupHistory> told(Actor actor, List<Past> past) {
        var references = words.references(actor.account());
        var isLimited = guard.reseller(actor) != null;
        return past.stream()
                .map(each -> new GroupHistory(
                        each.id(),
                        each.at(),
                        phrases.text(
                                each.kind().startsWith("group.")
                                        ? "groups.history." + each.kind()
                                        : "groups.history.area"),
                        each.actorName(),
                        isLimited ? "" : each.address(),
                        words.between(GroupState.of(each.before()), GroupState.of(each.after()), references),
                        GroupHistory.isUndoable(each)))
                .toList();
    }

    /** @throws Refusal.NotFound when there is no such change of the group, or none that can be undone */
    Undone undone(Actor actor, Group group, String change) {
        var past = past(actor, group, change);
        var coverage = covers.of(actor.account());
        return new Undoing(coverage, GroupState.of(past.before()), GroupState.of(past.after())).of(group);
    }

    String review(Actor actor, Group group, String change, Flash flash, Model model) {
        var undone = undone(actor, group, change);
        var misfits = misfits(undone.misfits(), words.references(actor.account()));
        if (undone.group().equals(group)) {
            flash.warning(misfits.isEmpty() ? "groups.undo.nothing" : "groups.undo.unfit", group.name());
            return history(group);
        }
        try {
            var rehearsal = groups.rehearse(actor, group.id(), group.version(), GroupForm.of(undone.group()));
            var way = new Reviews.Way(
                    GroupHeads.HISTORY,
                    "/undo",
                    List.of(new Field("change", change), new Field("version", Long.toString(group.version()))),
                    phrases.text("groups.undo.title", group.name()),
                    misfits);
            return reviews.page(actor, rehearsal, way, model);
        } catch (Refusal.Stale | Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return refused(group, refused, flash);
        }
    }

    String refused(Group group, Refusal refused, Flash flash) {
        flash.failed("groups.undo.refused", refused.detail());
        return history(group);
    }

    private static String history(Group group) {
        return "redirect:/groups/" + group.id() + GroupHeads.HISTORY;
    }

    private Past past(Actor actor, Group group, String change) {
        return history.find(actor, "group", group.id().value(), Ids.read(change, "change"))
                .filter(GroupHistory::isUndoable)
                .orElseThrow(() -> new Refusal.NotFound("change"));
    }

    private List<String> misfits(List<Misfit> misfits, Map<String, String> references) {
        return misfits.stream()
                .map(misfit -> {
                    var rule = misfit.rule();
                    return phrases.text(
                            "groups.undo.misfit." + misfit.why(), rule == null ? "" : words.title(rule, references));
                })
                .toList();
    }
}
