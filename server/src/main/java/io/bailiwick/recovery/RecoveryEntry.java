package io.bailiwick.recovery;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.links.Link;
import io.bailiwick.links.Links;
import io.bailiwick.links.Purpose;
import io.bailiwick.sessions.OpenedSession;
import io.bailiwick.signin.Attempts;
import io.bailiwick.signin.SignIns;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.PasswordRule;
import io.bailiwick.users.PasswordRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the link is good for: a new password and, with it, a session. */
@Component
class RecoveryEntry {
    private final Accounts accounts;
    private final Links links;
    private final Credentials credentials;
    private final PasswordRules rules;
    private final Attempts attempts;
    private final SignIns signIns;

    RecoveryEntry(
            Accounts accounts,
            Links links,
            Credentials credentials,
            PasswordRules rules,
            Attempts attempts,
            SignIns signIns) {
        this.accounts = accounts;
        this.links = links;
        this.credentials = credentials;
        this.rules = rules;
        this.attempts = attempts;
        this.signIns = signIns;
    }

    /** The link that a token stands for, while it is good. */
    Optional<Link> find(String token) {
        return links.find(Purpose.RECOVERY, token);
    }

    List<PasswordRule.Verdict> rules() {
        return rules.open();
    }

    List<PasswordRule.Verdict> judge(Link link, @Nullable String password) {
        return rules.judge(link.account(), link.user(), password);
    }

    /**
     * Sets the password and signs in, once; every other session ends, and the doors that failed attempts had closed open.
     *
     * @param address the client's address as text
     * @throws Refusal.Invalid with the fault of `password`; the link stays good
     * @throws Refusal.Denied when the user may not sign in from there; the link stays good
     * @throws Refusal.Gone when the link is not good, or no longer
     */
    OpenedSession enter(String token, @Nullable String password, String address, String userAgent) {
        var link = find(token).orElseThrow(RecoveryEntry::gone);
        var account = accounts.find(link.account()).orElseThrow(RecoveryEntry::gone);
        signIns.requireNetwork(account, link.user(), address);
        reset(account, link, token, password, address);
        return signIns.admit(account, link.user(), address, userAgent);
    }

    private void reset(Account account, Link link, String token, @Nullable String password, String address) {
        credentials.reset(
                account.id(),
                link.user(),
                address,
                password,
                () -> links.redeem(Purpose.RECOVERY, token).isPresent());
        attempts.forget(account.id(), link.email());
    }

    private static Refusal gone() {
        return new Refusal.Gone("This link was used, has expired, or was replaced by a newer one.");
    }
}
