package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Role;
import io.bailiwick.users.Rehearsals;
import io.bailiwick.users.Ties;
import io.bailiwick.users.User;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what comes of the choices in a form before it is saved. */
@Component
public class Outcomes {
    private final Ties ties;
    private final Rehearsals rehearsals;

    Outcomes(Ties ties, Rehearsals rehearsals) {
        this.ties = ties;
        this.rehearsals = rehearsals;
    }

    /** Of somebody new. */
    public Outcome of(Actor actor, UserFields fields) {
        return of(actor, fields, rehearsals.create(actor, fields.form()));
    }

    /** Of a user. */
    Outcome of(Actor actor, User user, UserFields fields) {
        var refusal = actor.is(user.id()) ? Optional.<Refusal>empty() : rehearsals.update(actor, user, fields::access);
        return of(actor, fields, refusal);
    }

    private Outcome of(Actor actor, UserFields fields, Optional<Refusal> refusal) {
        var role = fields.madeRole();
        var partners = ties.partners(actor, fields.chosenPartners());
        var reseller = ties.reseller(actor, fields.reseller()).orElse(null);
        return new Outcome(
                role,
                fields.role() != null && !fields.role().isBlank(),
                Grant.of(role, fields.chosenPermissions()),
                ties.groups(actor, fields.groups() == null ? List.of() : fields.groups()),
                mode(role, fields),
                partners,
                reseller,
                reseller == null ? 0 : outside(actor, partners, reseller),
                refusal.map(Outcomes::obstacles).orElse(List.of()),
                refusal.map(Outcomes::question).orElse(null));
    }

    private static String mode(Role role, UserFields fields) {
        return switch (role) {
            case ADMINISTRATOR -> "all";
            case NORMAL -> fields.dataAccess() == null ? "none" : fields.dataAccess();
            case PARTNER -> "selected";
        };
    }

    private int outside(Actor actor, List<User.Partner> partners, User.Reseller reseller) {
        var keys = partners.stream().map(User.Partner::key).toList();
        return partners.size() - ties.partners(actor, keys, reseller).size();
    }

    private static List<String> obstacles(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Invalid invalid ->
                invalid.faults().stream().map(Refusal.Invalid.Fault::message).toList();
            case Refusal.Unconfirmed unconfirmed -> List.of();
            default -> List.of(refusal.detail());
        };
    }

    private static @Nullable String question(Refusal refusal) {
        return refusal instanceof Refusal.Unconfirmed unconfirmed ? unconfirmed.detail() : null;
    }
}
