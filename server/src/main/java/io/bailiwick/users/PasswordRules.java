package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.PasswordRule.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is required of new passwords, told while they are typed; nothing is stored and nothing is changed. */
@Service
public class PasswordRules {
    private final Passwords passwords;
    private final NewPasswords newPasswords;
    private final UserStore users;

    PasswordRules(Passwords passwords, NewPasswords newPasswords, UserStore users) {
        this.passwords = passwords;
        this.newPasswords = newPasswords;
        this.users = users;
    }

    /** The rules before anything is typed. */
    public List<Verdict> open() {
        return passwords.verdicts("", List.of());
    }

    /**
     * How a new password of this user stands up to each rule; the caller has judged who may ask.
     *
     * @param password what is typed so far
     */
    public List<Verdict> judge(AccountId account, UserId user, @Nullable String password) {
        var found = users.find(account, user, null).orElseThrow(() -> new Refusal.NotFound("user"));
        return judge(account, found.email(), found.name(), password);
    }

    /** As {@link #judge(AccountId, UserId, String)}, of somebody who is no user yet or is being called otherwise. */
    public List<Verdict> judge(
            AccountId account, @Nullable String email, @Nullable String name, @Nullable String password) {
        return judge(newPasswords.context(account, email, name), password);
    }

    /**
     * How a new password stands up to each rule.
     *
     * @param context names and addresses that it must not be made of
     */
    public List<Verdict> judge(List<String> context, @Nullable String password) {
        return passwords.verdicts(password == null ? "" : password, context);
    }

    /** A password that nobody has thought of and every rule lets pass, to be shown once. */
    public String generate() {
        return passwords.generate();
    }
}
