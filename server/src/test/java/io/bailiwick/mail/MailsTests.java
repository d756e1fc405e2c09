package io.bailiwick.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailsTests {
    @Autowired
    private Mails mails;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private Account account;

    @BeforeAll
    void anAccountOfItsOwn() {
        account = accounts.create("Letters");
    }

    @Test
    void aLetterCommitsWithWhatItTellsOf() {
        var user = new UserId(Ids.next());
        transactions.executeWithoutResult(status -> {
            mails.send(account.id(), Letters.invitation(user, "kept@people.example"));
        });
        transactions.executeWithoutResult(status -> {
            mails.send(account.id(), Letters.invitation(user, "rolled.back@people.example"));
            status.setRollbackOnly();
        });

        assertThat(recipients(user)).containsExactly("kept@people.example");
    }

    @Test
    void nothingIsSentOutsideATransaction() {
        var letter = Letters.invitation(new UserId(Ids.next()), "nobody@people.example");

        assertThatThrownBy(() -> mails.send(account.id(), letter)).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void htmlAndTextSayTheSame() {
        var drawn = mails.draw(account.id(), Letters.invitation(new UserId(Ids.next()), "a@people.example"));

        assertThat(List.of(drawn.html(), drawn.text()))
                .allSatisfy(part -> assertThat(part)
                        .contains(
                                "Hello Ada,",
                                "Come in",
                                "https://panel.example/invitation?token=x",
                                "123456",
                                "Letters"));
        assertThat(drawn.text()).doesNotContain("<", "&amp;").startsWith("Hello Ada,");
    }

    private List<String> recipients(UserId user) {
        return jdbc.sql("select email from mails where account = :account and user_id = :user")
                .param("account", account.id().value())
                .param("user", user.value())
                .query(String.class)
                .list();
    }
}
