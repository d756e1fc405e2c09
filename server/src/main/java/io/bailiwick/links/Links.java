package io.bailiwick.links;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.UserId;
import io.bailiwick.links.LinkStore.Fresh;
import io.bailiwick.tokens.Seal;
import io.bailiwick.tokens.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links. Of each user there is at most one for each purpose; it ends when it is used, when a newer one is made,
 * when its time is over by the database's clock, when the user has another address or is deleted. Whether the user may
 * still do what it is for is its owner's to judge.
 */
@Service
public class Links {
    /** So often a code may be tried; then it is dead, while the link beside it lives on. */
    public static final int TRIES = 5;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private final LinkStore store;
    private final Accounts accounts;
    private final Seal seal;

    Links(LinkStore store, Accounts accounts, Seal seal) {
        this.store = store;
        this.accounts = accounts;
        this.seal = seal;
    }

    /**
     * A new link; an earlier one of the same user and purpose ends. In the caller's transaction.
     *
     * @param email the address that it goes to: the one that the user has
     * @param issuer who has it made, or null for the server itself
     * @return what the link carries; it is never to be read from the database again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Secret issue(
            AccountId account, Purpose purpose, UserId user, String email, @Nullable UserId issuer, Duration lifetime) {
        var secret = secret(account);
        store.put(new Fresh(Ids.next(), account, purpose, user, email, issuer, secret.hash(), null, lifetime));
        return secret;
    }

    /** As {@link #issue}, with six digits that stand for the link when its own user types them, signed in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Issued issueWithCode(
            AccountId account, Purpose purpose, UserId user, String email, @Nullable UserId issuer, Duration lifetime) {
        var id = Ids.next();
        var secret = secret(account);
        var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        var sealed = seal.of(purpose(account, id), code);
        store.put(new Fresh(id, account, purpose, user, email, issuer, secret.hash(), sealed, lifetime));
        return new Issued(secret, code);
    }

    /** The link with that token, while it is good: for showing its page. */
    public Optional<Link> find(Purpose purpose, String token) {
        return Secret.read(token)
                .flatMap(secret -> account(secret).flatMap(account -> store.find(account, purpose, secret.hash())));
    }

    /**
     * Uses the link with that token up, in the caller's transaction: used once means once, and not at all if that is rolled
     * back.
     *
     * @return empty when it never was, or is no longer good
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Link> redeem(Purpose purpose, String token) {
        return Secret.read(token)
                .flatMap(secret -> account(secret).flatMap(account -> store.take(account, purpose, secret.hash())));
    }

    /**
     * Tries a code. In a transaction of its own, so that a try is counted whatever the caller does: call it outside of one.
     * The caller counts failures against the user as well.
     *
     * @return what {@link #redeem(AccountId, UUID)} takes; empty when the code is wrong, was tried {@value #TRIES} times, or
     *     the link is no longer good
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<UUID> tryCode(AccountId account, Purpose purpose, UserId user, String code) {
        return store.count(account, purpose, user, TRIES)
                .filter(tried -> seal.fits(purpose(account, tried.id()), code, tried.seal()))
                .map(LinkStore.Tried::id);
    }

    /**
     * Uses up the link whose code was right, in the caller's transaction: as with its token, once means once.
     *
     * @param link what {@link #tryCode} returned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Link> redeem(AccountId account, UUID link) {
        return store.take(account, link);
    }

    /** The link that a user has for this purpose, while it is good. */
    public Optional<Link> open(AccountId account, Purpose purpose, UserId user) {
        return store.find(account, purpose, user);
    }

    /** Ends the link that a user has for this purpose, if there is one. */
    @Transactional
    public void withdraw(AccountId account, UserId user, Purpose purpose) {
        store.delete(account, user, purpose);
    }

    /**
     * Counts a mail that somebody asks for, in the caller's transaction; exact under parallel requests.
     *
     * @param most how many may be asked for within an hour
     * @return false when there were that many: then none is to be sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayBeAskedFor(AccountId account, Purpose purpose, UserId user, int most) {
        return store.countRequest(account, purpose, user, most);
    }

    private Secret secret(AccountId account) {
        return Secret.make(accounts.find(account).orElseThrow().shortId());
    }

    private Optional<AccountId> account(Secret secret) {
        return accounts.find(secret.account()).map(Account::id);
    }

    private static String purpose(AccountId account, UUID link) {
        return "code of link " + account + " " + link;
    }
}
