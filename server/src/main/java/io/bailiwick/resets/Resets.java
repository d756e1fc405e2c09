package io.bailiwick.resets;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.links.Link;
import io.bailiwick.links.Links;
import io.bailiwick.links.Purpose;
import io.bailiwick.signin.Attempts;
import io.bailiwick.signin.SignIns;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.PasswordRule;
import io.bailiwick.users.PasswordRules;
import io.bailiwick.users.Selves;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** New passwords for people who forgot the one they had. */
@Service
public class Resets {
    private final Accounts accounts;
    private final Requests requests;
    private final Links links;
    private final Credentials credentials;
    private final PasswordRules rules;
    private final Attempts attempts;
    private final SignIns signIns;

    Resets(
            Accounts accounts,
            Requests requests,
            Links links,
            Credentials credentials,
            PasswordRules rules,
            Attempts attempts,
            SignIns signIns) {
        this.accounts = accounts;
        this.requests = requests;
        this.links = links;
        this.credentials = credentials;
        this.rules = rules;
        this.attempts = attempts;
        this.signIns = signIns;
    }

    /**
     * Somebody forgot the password of this address. Whether anybody has it is looked at only after the answer is given, so
     * that the answer cannot tell.
     *
     * @param account the account's short id, or null for the first one
     * @param client the client's address as text
     * @throws Refusal.Invalid when this is no address at all
     */
    public void ask(@Nullable String account, @Nullable String email, String client) {
        var address = email == null ? "" : email.strip();
        if (!Selves.isAddress(address)) {
            throw new Refusal.Invalid("email", "Give your e-mail address, like `name@example.com`.");
        }
        account(account).ifPresent(found -> requests.put(found.id(), address, client));
    }

    /** The link that a token stands for, while it is good. */
    public Optional<Link> find(String token) {
        return links.find(Purpose.PASSWORD_RESET, token);
    }

    /** The rules before anything is typed. */
    public List<PasswordRule.Verdict> rules() {
        return rules.open();
    }

    /** How a new password stands up to each rule. */
    public List<PasswordRule.Verdict> judge(Link link, @Nullable String password) {
        return rules.judge(link.account(), link.user(), password);
    }

    /**
     * Sets the new password, once: every session of the user ends, no change is due any longer, and the doors that failed
     * attempts had closed are open. Nobody is signed in by it.
     *
     * @param address the client's address as text
     * @throws Refusal.Invalid with the fault of `password`; the link stays good
     * @throws Refusal.Gone when the link is not good, or no longer
     * @throws Refusal.Denied by the gate `network` from where the user may not sign in; the link stays good
     */
    public void complete(String token, @Nullable String password, String address) {
        var link = find(token).orElseThrow(Resets::gone);
        var account = accounts.find(link.account()).orElseThrow(Resets::gone);
        signIns.requireNetwork(account, link.user(), address);
        credentials.reset(
                link.account(),
                link.user(),
                address,
                password,
                () -> links.redeem(Purpose.PASSWORD_RESET, token).isPresent());
        attempts.forget(link.account(), link.email());
    }

    private Optional<Account> account(@Nullable String named) {
        return named == null || named.isBlank() ? accounts.first() : accounts.find(named.strip());
    }

    private static Refusal gone() {
        return new Refusal.Gone(
                "This link was used, has expired, or was replaced by a newer one. Ask for a new one at `/forgotten`.");
    }
}
