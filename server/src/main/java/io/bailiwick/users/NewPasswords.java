package io.bailiwick.users;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.AccountId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges a new password in the light of whose it will be, and hashes it. Called outside of transactions: it takes time. */
@Component
class NewPasswords {
    private static final String FIELD = "password";

    private final Passwords passwords;
    private final Accounts accounts;

    NewPasswords(Passwords passwords, Accounts accounts) {
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /** The hash; null when a fault was added. */
    @Nullable
    String hashed(
            AccountId account,
            @Nullable String email,
            @Nullable String name,
            @Nullable String password,
            Faults faults) {
        if (password == null || password.isEmpty()) {
            faults.add(FIELD, "Give a password.");
            return null;
        }
        var problem = passwords.problem(password, context(account, email, name));
        problem.ifPresent(text -> faults.add(FIELD, text));
        return problem.isPresent() ? null : passwords.hash(password);
    }

    /** The hash of a password that several share; null when a fault was added. */
    @Nullable
    String hashed(AccountId account, List<UserForm> people, String password, Faults faults) {
        var problem = people.stream()
                .map(each -> context(account, each.email(), each.name()))
                .flatMap(context -> passwords.problem(password, context).stream())
                .findFirst();
        problem.ifPresent(text -> faults.add(FIELD, text));
        return problem.isPresent() ? null : passwords.hash(password);
    }

    /** What everybody knows of the user: no password is made of it. */
    List<String> context(AccountId account, @Nullable String email, @Nullable String name) {
        var known = Stream.of(
                        email, name, accounts.find(account).map(Account::name).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return List.copyOf(known);
    }
}
