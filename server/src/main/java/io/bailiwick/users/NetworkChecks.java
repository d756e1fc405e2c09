package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.IpAddress;
import io.bailiwick.network.AllowListText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says what an allow-list means before it is saved: line by line, for an address, and for who is signed in. */
@Service
public class NetworkChecks {
    private final Users users;
    private final OpenSessions sessions;
    private final PastSignIns past;

    NetworkChecks(Users users, OpenSessions sessions, PastSignIns past) {
        this.users = users;
        this.sessions = sessions;
        this.past = past;
    }

    /**
     * Judges a list.
     *
     * @param user whose list it is to be, or null for somebody new
     * @param address an address to test, or null
     * @throws io.bailiwick.kernel.Refusal.NotFound when the user is not in the actor's sight
     */
    public NetworkCheck of(Actor actor, @Nullable UserId user, AllowListText text, @Nullable String address) {
        var tested = address == null || address.isBlank() ? null : passage(text, address.strip());
        var own = passage(text, actor.address());
        if (user == null) {
            return new NetworkCheck(text, own, tested, null, null);
        }
        var known = users.get(actor, user).id();
        return new NetworkCheck(
                text,
                own,
                tested,
                ShutOut.of(sessions.addresses(actor.account(), known), text.list()),
                SignInsOutside.of(past.byAddress(actor.account(), known), text.list()));
    }

    private static NetworkCheck.Passage passage(AllowListText text, String address) {
        var read = IpAddress.of(address);
        var by = read.flatMap(text::letsIn);
        return new NetworkCheck.Passage(
                address,
                read.isPresent(),
                read.isPresent() && (text.lines().isEmpty() || by.isPresent()),
                by.orElse(null));
    }
}
