package io.bailiwick.users;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import io.bailiwick.users.Foresight.Effects;
import io.bailiwick.users.Foresight.Refused;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A selection, user by user.
 *
 * @param ids all that were selected
 * @param steps those that are to be changed
 * @param refused those that cannot be
 */
record Judged(List<UserId> ids, List<Step> steps, List<Refused> refused, boolean isDeletion) {
    void judge(int place, User user, Function<User, Draft> does, BulkRails rails) {
        try {
            var step = new Step(place, user, does.apply(user));
            if (isDeletion || step.changes()) {
                var reason = isDeletion ? rails.deletion(user) : rails.change(user, step.draft());
                reason.ifPresentOrElse(
                        refusal -> refuse(place, user.id(), user.email(), refusal), () -> steps.add(step));
            }
        } catch (Refusal.Conflict impossible) {
            refuse(place, user.id(), user.email(), impossible);
        }
    }

    void refuse(int place, UserId id, String email, Refusal refusal) {
        refused.add(new Refused(place, id, email, refusal.detail()));
    }

    Foresight foresight() {
        return new Foresight(SetVersion.of(ids), ids.size(), steps.size(), refused, effects());
    }

    private Effects effects() {
        return new Effects(
                count(step -> step.user().role() == Role.ADMINISTRATOR),
                steps.stream().mapToInt(step -> step.user().groups().size()).sum(),
                steps.stream().mapToInt(step -> step.user().partners().size()).sum(),
                count(step -> step.user().role() != step.draft().role()),
                count(step ->
                        !step.user().groups().isEmpty() && step.draft().groups().isEmpty()),
                count(step ->
                        !step.draft().permissions().containsAll(step.user().permissions())));
    }

    private int count(Predicate<Step> which) {
        return (int) steps.stream().filter(which).count();
    }
}
