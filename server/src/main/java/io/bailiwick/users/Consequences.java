package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Revision;
import io.bailiwick.model.AllowList;
import io.bailiwick.tokens.Confirmations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change of a user opens or closes by the way: it is told in numbers and done only when it is confirmed. */
@Component
class Consequences {
    private static final int NAMED = 5;

    private final Confirmations confirmations;
    private final OpenSessions sessions;

    Consequences(Confirmations confirmations, OpenSessions sessions) {
        this.confirmations = confirmations;
        this.sessions = sessions;
    }

    /** Requires that the actor has seen every consequence of the change. */
    void confirmed(Actor actor, Revision revision, User user, Draft draft, @Nullable String confirm) {
        var details = new ArrayList<String>();
        var difference = new LinkedHashMap<String, Object>();
        difference.put("user", user.id().value());
        if (!user.groups().isEmpty() && draft.groups().isEmpty()) {
            details.add(
                    "`" + user.email() + "` would be in no group any longer: nothing but the role and its permissions"
                            + " would limit what this user may do.");
            difference.put("groupsBefore", user.groups());
            difference.put("groupsAfter", List.of());
        }
        if (!user.network().equals(draft.network())) {
            shutOut(actor, user, draft.network(), details, difference);
        }
        if (!details.isEmpty()) {
            confirmations.require(actor, revision, String.join(" ", details), difference, confirm);
        }
    }

    private void shutOut(
            Actor actor, User user, AllowList network, List<String> details, Map<String, Object> difference) {
        if (actor.is(user.id()) && !network.isEmpty() && !network.admits(actor.address())) {
            details.add(
                    "Your own address `" + actor.address() + "` is not in this list: you would be shut out at once.");
            difference.put("address", actor.address());
        }
        var shut = ShutOut.of(sessions.addresses(actor.account(), user.id()), network);
        if (shut.sessions() > 0) {
            details.add(sentence(user, shut));
            difference.put("sessions", shut.sessions());
            difference.put("addresses", shut.addresses());
        }
        if (!details.isEmpty()) {
            difference.put("network", network.texts());
        }
    }

    private static String sentence(User user, ShutOut shut) {
        var named = shut.addresses().stream()
                .limit(NAMED)
                .map(address -> "`" + address + "`")
                .collect(Collectors.joining(", "));
        var more = shut.addresses().size() > NAMED ? " and " + (shut.addresses().size() - NAMED) + " more" : "";
        var which = shut.sessions() == 1
                ? "One of the " + shut.open() + " open sessions"
                : shut.sessions() + " of the " + shut.open() + " open sessions";
        return (shut.open() == 1 ? "The one open session" : which) + " of `" + user.email()
                + "` would be shut out at once, from " + named + more + ".";
    }
}
