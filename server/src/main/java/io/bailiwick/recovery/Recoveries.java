package io.bailiwick.recovery;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.links.Link;
import io.bailiwick.links.Links;
import io.bailiwick.links.Purpose;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import io.bailiwick.tokens.Secret;
import io.bailiwick.users.Keys;
import io.bailiwick.users.User;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time links for Administrators without group and reseller, made by whoever holds the machine. */
@Service
class Recoveries {
    private final Accounts accounts;
    private final Keys keys;
    private final Links links;
    private final Changes changes;

    Recoveries(Accounts accounts, Keys keys, Links links, Changes changes) {
        this.accounts = accounts;
        this.keys = keys;
        this.links = links;
        this.changes = changes;
    }

    /**
     * What is asked for.
     *
     * @param email whose link it is to be
     * @param enable whether a disabled user is enabled by the way
     * @param anyAddress whether the user's allow-list is emptied by the way
     */
    record Wish(String email, boolean enable, boolean anyAddress, Duration lifetime) {}

    /** A link was made. */
    record Made(User user, Link link, Secret secret) {}

    /**
     * The account that is meant.
     *
     * @param named its short id, or null for the first one
     * @throws Refusal.Conflict when there is none yet
     * @throws Refusal.NotFound when there is none of that short id
     */
    Account account(@Nullable String named) {
        return named == null
                ? accounts.first()
                        .orElseThrow(
                                () -> new Refusal.Conflict(
                                        "This installation is not set up yet: start the server and follow the link in its log."))
                : accounts.find(named).orElseThrow(() -> new Refusal.NotFound("account"));
    }

    /** Who can be recovered, by name. */
    List<User> candidates(Account account) {
        return keys.all(account.id());
    }

    /**
     * Makes the link; it and what was changed by the way stand in the audit log as done by the command line.
     *
     * @throws Refusal.Conflict when the user cannot be recovered, saying why
     */
    @Transactional
    public Made make(Account account, Wish wish) {
        var actor = commandLine(account);
        changes.lock(account.id());
        var before = find(account, wish.email());
        if (before.status() == UserStatus.DISABLED && !wish.enable()) {
            throw new Refusal.Conflict("`" + before.email() + "` is disabled: add --enable to enable this user again.");
        }
        var user = keys.open(actor, before, wish.anyAddress());
        var secret = links.issue(account.id(), Purpose.RECOVERY, user.id(), user.email(), null, wish.lifetime());
        var link = links.open(account.id(), Purpose.RECOVERY, user.id()).orElseThrow();
        var item = new Change.Item(
                "user",
                user.id().value(),
                user.email(),
                Map.of(),
                Map.of("recoveryUntil", link.expiresAt().toString()));
        changes.record(actor, Change.of("user.recovery-link-made", new Change.Reach.Nobody(), item));
        return new Made(user, link, secret);
    }

    private User find(Account account, String email) {
        return keys.find(account.id(), email.strip())
                .orElseThrow(() -> new Refusal.Conflict(
                        "`" + email.strip() + "` is no Administrator without group and reseller in `" + account.name()
                                + "`: only such a user can be recovered. Run it without --email to see who is."));
    }

    private static Actor commandLine(Account account) {
        return new Actor(
                account.id(), null, "command-line", "Command line", Role.ADMINISTRATOR, ZoneOffset.UTC, "", false);
    }
}
