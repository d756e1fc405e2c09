package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search that was read.
 *
 * @param sight the reseller whose users alone are seen, or null
 * @param conditions all of them have to hold
 */
record UserCriteria(AccountId account, @Nullable UUID sight, List<Condition> conditions) {
    UserCriteria {
        conditions = List.copyOf(conditions);
    }

    /** Whether something was named that is not there. */
    boolean isImpossible() {
        return conditions.stream().anyMatch(Condition::isImpossible);
    }

    /** Whether nothing but sight narrows. */
    boolean isEverybody() {
        return conditions.isEmpty();
    }

    /** The first demand that name or address begin with something. */
    Optional<Condition.Beginning> beginning() {
        return conditions.stream()
                .filter(Condition.Beginning.class::isInstance)
                .map(Condition.Beginning.class::cast)
                .findFirst();
    }

    /** Whether the text of name and address decides anything. */
    boolean hasText() {
        return conditions.stream().anyMatch(Condition::isText);
    }

    /** The same with these standings in the place of all that where somebody stands decides. */
    UserCriteria standingAt(List<UUID> standings) {
        var others = conditions.stream().filter(condition -> !condition.isOfStanding());
        return new UserCriteria(
                account,
                sight,
                Stream.concat(Stream.of(new Condition.StandsAt(standings)), others)
                        .toList());
    }

    /** The same with these in the place of that one. */
    UserCriteria instead(Condition that, List<Condition> these) {
        return new UserCriteria(
                account,
                sight,
                conditions.stream()
                        .flatMap(each -> each.equals(that) ? these.stream() : Stream.of(each))
                        .toList());
    }
}
