package io.bailiwick.accounts;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of this installation. */
@Service
public class Accounts {
    /** No vowels and no look-alikes: short ids spell nothing. */
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountStore store;
    private final ApplicationEventPublisher events;

    Accounts(AccountStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /**
     * Creates an account.
     *
     * @param name as shown to its people, 1 to 100 characters
     */
    @Transactional
    public Account create(String name) {
        var account = new Account(new AccountId(Ids.next()), shortId(), checked(name), new Revision(0));
        store.insert(account);
        events.publishEvent(new AccountCreated(account));
        return account;
    }

    /** The account that signs in when none is named: the oldest one; empty before set-up. */
    public Optional<Account> first() {
        return store.first();
    }

    /** The account with that id. */
    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /** The account with that short id. */
    public Optional<Account> find(String shortId) {
        return store.find(shortId);
    }

    /** Every account, for what the server itself does in each. */
    public List<AccountId> all() {
        return store.all();
    }

    private static String checked(String name) {
        var trimmed = name.strip();
        if (OneLine.isBlank(trimmed) || trimmed.codePointCount(0, trimmed.length()) > 100) {
            throw new Refusal.Invalid("account", "Give the account a name of 1 to 100 characters.");
        }
        if (!OneLine.isClean(trimmed)) {
            throw new Refusal.Invalid("account", "A name is one line without control characters.");
        }
        return trimmed;
    }

    private static String shortId() {
        return RANDOM.ints(8, 0, LETTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, letter) -> text.append(LETTERS.charAt(letter)),
                        StringBuilder::append)
                .toString();
    }
}
