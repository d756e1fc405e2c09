package io.bailiwick.tickets;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose tickets an actor sees: his own; those of users with shared tickets, within his reseller or among those who have
 * none; and, for Administrators, who answer, everybody's in the account or the reseller.
 *
 * @param user the actor, or null for the server itself
 * @param reseller the reseller that the actor is limited to, or null
 * @param everybody whether all of the account or the reseller are seen
 */
record TicketSight(@Nullable UserId user, @Nullable UUID reseller, boolean everybody) {
    /** Of a ticket `t`, with {@link #parameters()}. */
    static final String CONDITION = """
            (:all or t.author = :user or exists (
                select 1 from users_for_tickets a
                where a.account = t.account and a.id = t.author
                    and a.reseller is not distinct from :reseller and (:everybody or a.shared_tickets)
            ))
            """;

    static TicketSight of(Actor actor, Guard guard) {
        return new TicketSight(
                actor.user(), guard.reseller(actor), actor.isServer() || actor.role() == Role.ADMINISTRATOR);
    }

    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("all", everybody && reseller == null);
        parameters.put("everybody", everybody);
        parameters.put("user", user == null ? null : user.value());
        parameters.put("reseller", reseller);
        return parameters;
    }
}
