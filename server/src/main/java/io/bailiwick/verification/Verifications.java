package io.bailiwick.verification;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.links.Link;
import io.bailiwick.links.Links;
import io.bailiwick.links.Purpose;
import io.bailiwick.mail.Mails;
import io.bailiwick.signin.Attempts;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Proofs that people read what is mailed to their addresses. Whoever has none may sign in all the same.
 */
@Service
public class Verifications {
    static final String KIND = "verification";
    private static final Duration LIFETIME = Duration.ofDays(3);
    private static final int MOST_AN_HOUR = 5;
    private static final String SPENT =
            "This link was used, has expired, or was replaced by a newer one. Sign in and have it sent again.";

    private final Users users;
    private final Links links;
    private final Mails mails;
    private final VerificationLetters letters;
    private final Attempts attempts;
    private final Accounts accounts;
    private final Changes changes;
    private final TransactionOperations transactions;

    Verifications(
            Users users,
            Links links,
            Mails mails,
            VerificationLetters letters,
            Attempts attempts,
            Accounts accounts,
            Changes changes,
            TransactionOperations transactions) {
        this.users = users;
        this.links = links;
        this.mails = mails;
        this.letters = letters;
        this.attempts = attempts;
        this.accounts = accounts;
        this.changes = changes;
        this.transactions = transactions;
    }

    /** Whether what is sent stays in the outbox, because no mail server is set up. */
    boolean areHeld() {
        return mails.areHeld();
    }

    /**
     * Sends the actor a new link and code; those before end.
     *
     * @throws Refusal.Conflict when the address is verified already
     * @throws Refusal.TooOften when too many were asked for within an hour
     */
    @Transactional
    public void send(Actor actor) {
        resend(actor, users.oneself(actor));
    }

    /**
     * Sends a user a new link and code; those before end.
     *
     * @throws Refusal.NotFound when there is no such user in the actor's sight
     * @throws Refusal.Beyond when the user exceeds the actor
     * @throws Refusal.Conflict when the address is verified already, or the user is not active
     * @throws Refusal.TooOften when too many were asked for within an hour
     */
    @Transactional
    public void send(Actor actor, UserId id) {
        resend(actor, users.managed(actor, id));
    }

    /** Mails a link and a code to the user's address, in the caller's transaction. */
    void issue(Actor actor, User user) {
        var account = actor.account();
        var issued =
                links.issueWithCode(account, Purpose.VERIFICATION, user.id(), user.email(), actor.user(), LIFETIME);
        var link = links.open(account, Purpose.VERIFICATION, user.id()).orElseThrow();
        mails.withdraw(account, user.id(), KIND);
        mails.send(account, letters.of(user, issued, link.expiresAt()));
    }

    /**
     * The link that a token stands for.
     *
     * @throws Refusal.Gone when it is not good, or no longer
     */
    public Link require(String token) {
        return links.find(Purpose.VERIFICATION, token).orElseThrow(() -> new Refusal.Gone(SPENT));
    }

    /**
     * Proves an address by its link.
     *
     * @return what was proven
     * @throws Refusal.Gone when the link is not good, or no longer
     */
    public Link prove(String token) {
        var account = require(token).account();
        return Objects.requireNonNull(transactions.execute(status -> {
            changes.lock(account);
            var link = links.redeem(Purpose.VERIFICATION, token).orElseThrow(() -> new Refusal.Gone(SPENT));
            verified(link);
            return link;
        }));
    }

    /**
     * Proves the actor's own address by the code. Wrong ones count as failed attempts to sign in.
     *
     * @throws Refusal.Invalid with the fault of `code`
     * @throws Refusal.TooOften after too many wrong ones
     */
    public void proveByCode(Actor actor, @Nullable String code) {
        var user = actor.user();
        var digits = code == null ? "" : code.replaceAll("[\\s-]", "");
        if (user == null || !digits.matches("[0-9]{6}")) {
            throw new Refusal.Invalid("code", "Give the six digits from the mail.");
        }
        var link = attempts.judge(actor.account(), actor.email(), () -> redeemed(actor.account(), user, digits));
        if (link.isEmpty()) {
            throw new Refusal.Invalid(
                    "code",
                    "This code is not the one of the last mail, or it was tried " + Links.TRIES
                            + " times or has expired. Look again, or have a new one sent.");
        }
    }

    /** The try is counted in any case; the link is used up and the address verified, or neither. */
    private Optional<Link> redeemed(AccountId account, UserId user, String code) {
        return links.tryCode(account, Purpose.VERIFICATION, user, code)
                .flatMap(right -> Objects.requireNonNull(transactions.execute(status -> {
                    changes.lock(account);
                    var link = links.redeem(account, right);
                    link.ifPresent(this::verified);
                    return link;
                })));
    }

    /** The short id of the account that a link is for, by which its user signs in there. */
    String account(Link link) {
        return accounts.find(link.account()).orElseThrow().shortId();
    }

    private void verified(Link link) {
        users.verified(link.account(), link.user(), link.email());
    }

    private void resend(Actor actor, User user) {
        if (user.emailVerified()) {
            throw new Refusal.Conflict("The address `" + user.email() + "` is verified already.");
        }
        switch (user.status()) {
            case ACTIVE -> {
                // only then is there somebody to prove it
            }
            case INVITED -> throw new Refusal.Conflict("Accepting the invitation proves the address: send that again.");
            case DISABLED -> throw new Refusal.Conflict("This user is disabled: enable the user first.");
        }
        if (!links.mayBeAskedFor(actor.account(), Purpose.VERIFICATION, user.id(), MOST_AN_HOUR)) {
            throw new Refusal.TooOften(
                    "This mail was sent " + MOST_AN_HOUR + " times within an hour. Look for it, or try again later.",
                    Duration.ofHours(1));
        }
        issue(actor, user);
    }
}
