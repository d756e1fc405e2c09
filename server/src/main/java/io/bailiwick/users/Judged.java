package io.bailiwick.users;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Proposal;
import io.bailiwick.users.Foresight.Effects;
import io.bailiwick.users.Foresight.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A selection, user by user.
 *
 * @param deed what is to be done
 * @param ids all that were selected
 * @param steps those that are to be changed
 * @param refused those that cannot be
 * @param settled those that are as they are to be already
 */
record Judged(Deed deed, List<UserId> ids, List<Step> steps, List<Left> refused, List<Left> settled) {
    Judged(Deed deed, List<UserId> ids) {
        this(deed, ids, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean isDeletion() {
        return deed instanceof Deed.Delete;
    }

    void judge(int place, User user, Function<User, Draft> does, BulkRails rails) {
        try {
            var step = new Step(place, user, does.apply(user));
            if (!isDeletion() && !step.changes()) {
                settled.add(new Left(place, user.id(), user.email(), deed.settled(user)));
                return;
            }
            var reason = isDeletion() ? rails.deletion(user) : rails.change(user, step.draft());
            reason.ifPresentOrElse(refusal -> refuse(place, user.id(), user.email(), refusal), () -> steps.add(step));
        } catch (Refusal.Conflict impossible) {
            refuse(place, user.id(), user.email(), impossible);
        }
    }

    void refuse(int place, UserId id, String email, Refusal refusal) {
        refused.add(new Left(place, id, email, refusal.detail()));
    }

    /** What would become of those that are to be changed. */
    Proposal proposal() {
        return isDeletion()
                ? new Proposal.UsersGo(
                        steps.stream().map(step -> step.user().id().value()).collect(Collectors.toSet()))
                : new Proposal.UsersBecome(steps.stream()
                        .map(step -> step.draft().proposed(step.user().id()))
                        .collect(Collectors.toMap(Proposal.UserBecomes::user, becomes -> becomes)));
    }

    Foresight foresight(Effect effect, Refusal.@Nullable Unconfirmed asked) {
        return new Foresight(SetVersion.of(ids), ids.size(), steps.size(), refused, settled, effects(), effect, asked);
    }

    Carried carried() {
        return new Carried(ids.size(), steps.size(), refused, settled, effects().invited());
    }

    Effects effects() {
        return new Effects(
                count(step -> step.user().role() == Role.ADMINISTRATOR),
                steps.stream().mapToInt(step -> step.user().groups().size()).sum(),
                steps.stream().mapToInt(step -> step.user().partners().size()).sum(),
                count(step -> step.user().role() != step.draft().role()),
                count(step ->
                        !step.user().groups().isEmpty() && step.draft().groups().isEmpty()),
                count(step ->
                        !step.draft().permissions().containsAll(step.user().permissions())),
                count(step -> step.user().status() == UserStatus.INVITED));
    }

    private int count(Predicate<Step> which) {
        return (int) steps.stream().filter(which).count();
    }
}
