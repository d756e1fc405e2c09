package io.bailiwick.engine;

import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Role;
import io.bailiwick.model.Scope;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes scopes of data access and resellers, and compares them. */
final class Scopes {

    private Scopes() {}

    /** An Administrator has all; what the role may not have counts as none; a reseller narrows either. */
    static Scope of(Policy policy, UserDefinition user) {
        var data = user.role() == Role.ADMINISTRATOR ? DataAccess.ALL : user.data();
        if (!user.role().mayHave(data)) {
            data = DataAccess.NONE;
        }
        var reseller = user.reseller();
        return switch (data) {
            case DataAccess.None none -> reseller == null ? Scope.NONE : new Scope(Scope.Mode.NONE, Set.of(), reseller);
            case DataAccess.All all -> reseller == null ? Scope.ALL : new Scope(Scope.Mode.ALL, Set.of(), reseller);
            case DataAccess.Selected selected -> selection(policy, selected.partners(), reseller);
        };
    }

    private static Scope selection(Policy policy, Set<UUID> selected, @Nullable UUID reseller) {
        var partners = reseller == null
                ? selected
                : selected.stream()
                        .filter(id -> reseller.equals(resellerOf(policy, id)))
                        .collect(Collectors.toSet());
        return new Scope(partners.isEmpty() ? Scope.Mode.NONE : Scope.Mode.SELECTED, partners, reseller);
    }

    /** Whether the outer scope takes in all data that the inner one does or will: a reseller's partners may grow. */
    static boolean isWithin(Policy policy, Scope inner, Scope outer) {
        return switch (inner.mode()) {
            case NONE -> true;
            case ALL ->
                outer.mode() == Scope.Mode.ALL
                        && (outer.reseller() == null || outer.reseller().equals(inner.reseller()));
            case SELECTED -> inner.partners().stream().allMatch(id -> outer.holds(id, resellerOf(policy, id)));
        };
    }

    private static @Nullable UUID resellerOf(Policy policy, UUID partner) {
        var known = policy.partnerAt(partner);
        return known == null ? null : known.reseller();
    }
}
