package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.kernel.Actor;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Draws the page on which a change of a group is looked at before it is saved. */
@Component
class Reviews {
    private final Covers covers;
    private final GroupHeads heads;
    private final GroupWords words;
    private final GroupQuestions questions;
    private final Previews previews;
    private final Phrases phrases;

    Reviews(
            Covers covers,
            GroupHeads heads,
            GroupWords words,
            GroupQuestions questions,
            Previews previews,
            Phrases phrases) {
        this.covers = covers;
        this.heads = heads;
        this.words = words;
        this.questions = questions;
        this.previews = previews;
        this.phrases = phrases;
    }

    /**
     * Where a review leads.
     *
     * @param tab the tab from which it was asked
     * @param action what follows the group's address where it is posted
     * @param fields what is posted again
     * @param misfits what of an undone change fits no more
     */
    record Way(String tab, String action, List<Field> fields, String title, List<String> misfits) {}

    String page(Actor actor, Groups.Rehearsal rehearsal, Way way, Model model) {
        var head = heads.of(actor, rehearsal.before(), way.tab());
        var fields = new ArrayList<>(way.fields());
        var confirm = rehearsal.confirm();
        if (confirm != null) {
            fields.add(new Field("confirm", confirm));
        }
        var references = words.references(actor.account());
        var before = GroupState.of(rehearsal.before());
        var after = GroupState.of(rehearsal.after());
        model.addAttribute("head", head);
        var becomes = new Proposal.GroupBecomes(
                rehearsal.after().id().value(), rehearsal.after().rights());
        model.addAttribute("effect", previews.of(actor, becomes));
        model.addAttribute(
                "review",
                new Review(
                        rehearsal,
                        way.title(),
                        words.between(before, after, references),
                        way.misfits(),
                        closing(actor, rehearsal),
                        rehearsal.warning(),
                        questions.effects(rehearsal.opens()),
                        head.address() + way.action(),
                        fields,
                        head.address() + way.tab()));
        return "groups/review";
    }

    String title(Group group) {
        return phrases.text("groups.review.title", group.name());
    }

    /** Named when the first rule in "only listed areas" switches the default access off. */
    private List<String> closing(Actor actor, Groups.Rehearsal rehearsal) {
        var before = rehearsal.before();
        var after = rehearsal.after();
        if (!before.defaultsCount() || after.defaultsCount()) {
            return List.of();
        }
        var coverage = covers.of(actor.account());
        var draft = MatrixDraft.between(before, after);
        return new MatrixDrawing(coverage, before, draft)
                .closing().stream().map(Area::reference).toList();
    }
}
