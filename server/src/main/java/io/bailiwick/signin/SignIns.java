package io.bailiwick.signin;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Gate;
import io.bailiwick.model.IpAddress;
import io.bailiwick.sessions.OpenedSession;
import io.bailiwick.sessions.Sessions;
import io.bailiwick.signin.CandidateStore.Candidate;
import io.bailiwick.signin.SignInRefused.Reason;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.Users;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signing in with e-mail address and password. The counter is asked first, then the password, then whether the user is
 * active, then from where he comes. A wrong password, nobody's address and a user who is not active are one answer, after
 * the same time.
 */
@Service
public class SignIns {
    private static final int TRIES = 3;

    private final Accounts accounts;
    private final Attempts attempts;
    private final Credentials credentials;
    private final CandidateStore candidates;
    private final Users users;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    SignIns(
            Accounts accounts,
            Attempts attempts,
            Credentials credentials,
            CandidateStore candidates,
            Users users,
            Sessions sessions,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.credentials = credentials;
        this.candidates = candidates;
        this.users = users;
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Opens a session, always under a new secret.
     *
     * @return empty when address and password are not those of an active user
     * @throws Refusal.TooOften after too many failures
     * @throws Refusal.Denied by the gate `network`, once the password was right
     */
    public Optional<OpenedSession> signIn(SignInAttempt attempt) {
        var named = attempt.account();
        var account = named == null ? accounts.first() : accounts.find(named);
        if (account.isEmpty()) {
            credentials.verify(new AccountId(new UUID(0, 0)), attempt.email(), attempt.password());
            return Optional.empty();
        }
        for (int tries = 0; tries < TRIES; tries++) {
            var before = verified(account.get(), attempt);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            var opened = open(account.get(), before.get(), attempt);
            if (opened.isPresent()) {
                return opened;
            }
        }
        throw new Refusal.Unavailable("This user is being changed at this moment. Try again.");
    }

    /**
     * Opens a session for a user who has proven otherwise than by the password who he is.
     *
     * @param address the client's address as text, judged by {@link #requireNetwork} before
     * @param userAgent what the browser calls itself
     * @throws Refusal.Gone when the user is not active
     */
    public OpenedSession admit(Account account, UserId user, String address, String userAgent) {
        var attempt = new SignInAttempt(account.shortId(), "", "", address, userAgent);
        return Objects.requireNonNull(transactions.execute(status -> candidates
                .lock(account.id(), user)
                .filter(Candidate::active)
                .map(found -> opened(account, user, attempt))
                .orElseThrow(() -> new Refusal.Gone("This user may not sign in any more."))));
    }

    /**
     * Requires that a user may sign in from an address.
     *
     * @throws Refusal.Denied by the gate `network`
     */
    public void requireNetwork(Account account, UserId user, String address) {
        transactions
                .execute(status -> candidates.lock(account.id(), user))
                .ifPresent(found ->
                        requireNetwork(account, found, new SignInAttempt(account.shortId(), "", "", address, "")));
    }

    private Optional<Candidate> verified(Account account, SignInAttempt attempt) {
        var candidate = find(account, attempt);
        var user = candidate.map(Candidate::user).orElse(null);
        try {
            var verified = attempts.judge(account.id(), attempt.email(), () -> verify(account, attempt));
            if (verified.isEmpty()) {
                refused(account, user, attempt, Reason.CREDENTIAL);
            }
            return candidate.filter(
                    found -> verified.filter(found.user()::equals).isPresent());
        } catch (Refusal.TooOften tooOften) {
            refused(account, user, attempt, Reason.TOO_OFTEN);
            throw tooOften;
        }
    }

    private Optional<UserId> verify(Account account, SignInAttempt attempt) {
        return credentials.verify(account.id(), Attempts.key(attempt.email()), attempt.password());
    }

    private Optional<Candidate> find(Account account, SignInAttempt attempt) {
        return candidates.find(account.id(), Attempts.key(attempt.email()));
    }

    /** Empty when the user was changed since the password was looked at: it may be another one by now. */
    private Optional<OpenedSession> open(Account account, Candidate before, SignInAttempt attempt) {
        requireNetwork(account, before, attempt);
        return transactions.execute(status -> {
            var now = candidates.lock(account.id(), before.user());
            if (now.filter(user -> user.active() && user.version() == before.version())
                    .isEmpty()) {
                return Optional.<OpenedSession>empty();
            }
            return Optional.of(opened(account, before.user(), attempt));
        });
    }

    private OpenedSession opened(Account account, UserId user, SignInAttempt attempt) {
        users.signedIn(account.id(), user);
        var opened = sessions.open(account, user, attempt.address(), attempt.userAgent());
        var actor = opened.session().actor(attempt.address());
        events.publishEvent(new UserSignedIn(actor, opened.session().id()));
        return opened;
    }

    private void requireNetwork(Account account, Candidate candidate, SignInAttempt attempt) {
        var address = IpAddress.of(attempt.address());
        if (address.filter(candidate.network()::admits).isPresent()) {
            return;
        }
        var refused = refused(account, candidate.user(), attempt, Reason.NETWORK);
        var reason = address.map(known -> "You may not sign in from the address `" + known
                        + "`: it is not in your list of allowed addresses. Ask an administrator to add it.")
                .orElse("The address that you come from cannot be read, so nobody may sign in from it.");
        throw new Refusal.Denied(Gate.NETWORK, reason, refused);
    }

    private UUID refused(Account account, @Nullable UserId user, SignInAttempt attempt, Reason reason) {
        var refused = new SignInRefused(
                Ids.next(), account.id(), user, Attempts.key(attempt.email()), attempt.address(), reason);
        events.publishEvent(refused);
        return refused.id();
    }
}
