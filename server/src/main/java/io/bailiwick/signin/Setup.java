package io.bailiwick.signin;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Secret;
import io.bailiwick.users.PasswordRule;
import io.bailiwick.users.PasswordRules;
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first account and its first Administrator, once. */
@Service
class Setup {
    private static final String SPENT =
            "This installation is set up already, or the link is not one of its own. Sign in; or, if nobody can, restart the"
                    + " server and follow the link in its log.";

    private final Accounts accounts;
    private final Users users;
    private final PasswordRules rules;
    private final SetupStore store;

    Setup(Accounts accounts, Users users, PasswordRules rules, SetupStore store) {
        this.accounts = accounts;
        this.users = users;
        this.rules = rules;
        this.store = store;
    }

    /** Whether there is no account yet. */
    boolean isDue() {
        return accounts.first().isEmpty();
    }

    /** A new one-time link's token. Links made before stay good, for other nodes may have told them. */
    Secret link() {
        var secret = Secret.make("setup");
        store.insert(secret.hash());
        return secret;
    }

    /**
     * Requires a link that is still good.
     *
     * @throws Refusal.Gone when it never was or is spent
     */
    void require(String token) {
        var good = isDue()
                && Secret.read(token).filter(link -> store.holds(link.hash())).isPresent();
        if (!good) {
            throw new Refusal.Gone(SPENT);
        }
    }

    /** What is required of the first Administrator's password. */
    List<PasswordRule.Verdict> rules() {
        return rules.open();
    }

    /** How a password for the first Administrator stands up to each rule. */
    List<PasswordRule.Verdict> judge(SetupForm form) {
        var context = Stream.of(form.account(), form.name(), form.email())
                .filter(Objects::nonNull)
                .toList();
        return rules.judge(context, form.password());
    }

    /**
     * Sets up by a link. Of many at once only one succeeds; a form with faults leaves the link good.
     *
     * @throws Refusal.Invalid with every fault of the form
     * @throws Refusal.Gone when the link is spent
     */
    @Transactional
    public void complete(String token, SetupForm form) {
        store.lock();
        require(token);
        make(form);
        store.deleteAll();
    }

    /**
     * Sets up without a link, unless there is an account.
     *
     * @throws Refusal.Invalid with every fault of the form
     */
    @Transactional
    public void completeUnlessDone(SetupForm form) {
        store.lock();
        if (isDue()) {
            make(form);
            store.deleteAll();
        }
    }

    private void make(SetupForm form) {
        var faults = new ArrayList<Refusal.Invalid.Fault>();
        var account = account(Objects.requireNonNullElse(form.account(), ""), faults);
        try {
            users.createFirst(
                    account,
                    Objects.requireNonNullElse(form.name(), ""),
                    Objects.requireNonNullElse(form.email(), ""),
                    Objects.requireNonNullElse(form.password(), ""));
        } catch (Refusal.Invalid invalid) {
            faults.addAll(invalid.faults());
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }

    /** An account that cannot have its name is made under another one: the fault rolls it back in the end. */
    private Account account(String name, List<Refusal.Invalid.Fault> faults) {
        try {
            return accounts.create(name);
        } catch (Refusal.Invalid invalid) {
            faults.addAll(invalid.faults());
            return accounts.create("?");
        }
    }
}
