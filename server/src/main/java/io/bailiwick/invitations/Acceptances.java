package io.bailiwick.invitations;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.RefusalRecord;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.links.Link;
import io.bailiwick.links.Links;
import io.bailiwick.links.Purpose;
import io.bailiwick.model.Gate;
import io.bailiwick.model.IpAddress;
import io.bailiwick.signin.Attempts;
import io.bailiwick.users.Acceptance;
import io.bailiwick.users.Invitees;
import io.bailiwick.users.User;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Accepting invitations. Every call judges anew: whether the link is good, whether the user is still only invited, from
 * where he comes, and whether whoever invited him could still do so.
 */
@Service
public class Acceptances {
    private final Accounts accounts;
    private final Changes changes;
    private final Links links;
    private final Invitees invitees;
    private final InvitationStore store;
    private final DeadLinks dead;
    private final Guard guard;
    private final RefusalRecord refusals;
    private final Attempts attempts;
    private final TransactionOperations transactions;

    Acceptances(
            Accounts accounts,
            Changes changes,
            Links links,
            Invitees invitees,
            InvitationStore store,
            DeadLinks dead,
            Guard guard,
            RefusalRecord refusals,
            Attempts attempts,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.changes = changes;
        this.links = links;
        this.invitees = invitees;
        this.store = store;
        this.dead = dead;
        this.guard = guard;
        this.refusals = refusals;
        this.attempts = attempts;
        this.transactions = transactions;
    }

    /**
     * The invitation behind a link; looking at it changes nothing.
     *
     * @param address the client's address as text
     * @throws Refusal.Gone when the link is not good any more, saying what became of it and whom to ask
     * @throws Refusal.Conflict when whoever sent it could not send it any more
     * @throws Refusal.Denied by the gate `network`
     */
    public Opened open(String token, String address) {
        var link = links.find(Purpose.INVITATION, token).orElseThrow(() -> dead.gone(token));
        var user = invitees.find(link.account(), link.user()).orElseThrow(() -> dead.gone(token));
        recorded(link.account(), user, address, () -> requireNetwork(user, address));
        requireCarried(link, user);
        var by = store.find(link.account(), user.id()).map(Invitation::inviterName);
        return new Opened(
                accounts.find(link.account()).orElseThrow(), user, by.orElse(user.createdBy()), link.expiresAt());
    }

    /**
     * Accepts an invitation: the user is active then, and the link is used up. Of many at once one succeeds; a form with
     * faults leaves the link good. Attempts that failed at this address before count no longer.
     *
     * @return who is a user now
     * @throws Refusal.Invalid with every fault: of `name`, `timeZone`, `password`
     * @throws Refusal as {@link #open}
     */
    public Joined accept(String token, Acceptance typed, String address) {
        var opened = open(token, address);
        var accepted = invitees.read(opened.account().id(), opened.user(), typed);
        var account = opened.account();
        var joined = new AtomicReference<@Nullable User>();
        recorded(
                account.id(),
                opened.user(),
                address,
                () -> joined.set(transactions.execute(status -> redeemed(account.id(), token, accepted, address))));
        var user = Objects.requireNonNull(joined.get());
        attempts.forget(account.id(), user.email());
        return new Joined(account, user);
    }

    /** A refusal by a gate is kept, once what it refused is rolled back. */
    private void recorded(AccountId account, User user, String address, Runnable step) {
        try {
            step.run();
        } catch (Refusal.Denied denied) {
            var actor =
                    new Actor(account, user.id(), user.email(), user.name(), user.role(), user.zone(), address, false);
            refusals.refused(actor, denied);
            throw denied;
        }
    }

    private User redeemed(AccountId account, String token, Invitees.Accepted accepted, String address) {
        changes.lock(account);
        var link = links.redeem(Purpose.INVITATION, token).orElseThrow(() -> dead.gone(token));
        var user = invitees.find(account, link.user()).orElseThrow(() -> dead.gone(token));
        requireNetwork(user, address);
        requireCarried(link, user);
        store.delete(account, user.id());
        return invitees.accept(account, user, accepted, address);
    }

    private static void requireNetwork(User user, String address) {
        var known = IpAddress.of(address);
        if (known.filter(user.network()::admits).isEmpty()) {
            throw new Refusal.Denied(
                    Gate.NETWORK,
                    known.map(from -> "This invitation cannot be accepted from the address `" + from
                                    + "`: it is not in your list of allowed addresses.")
                            .orElse("The address that you come from cannot be read."),
                    Ids.next());
        }
    }

    /** It carries no more than its inviter could give now, by the newest policy. */
    private void requireCarried(Link link, User user) {
        var account = link.account();
        guard.atLeast(Actor.server(account), changes.newest(account));
        try {
            invitees.requireStillGiven(account, link.issuer(), user);
        } catch (Refusal.Beyond | Refusal.Conflict | Refusal.Denied refused) {
            var by = store.find(account, user.id()).map(Invitation::inviterName);
            throw new Refusal.Conflict("`" + by.orElse(user.createdBy())
                    + "`, who invited you, may not give any more what this invitation gives. Ask another administrator"
                    + " of `"
                    + accounts.find(account).orElseThrow().name()
                    + "` to send it again: that takes one click.");
        }
    }
}
