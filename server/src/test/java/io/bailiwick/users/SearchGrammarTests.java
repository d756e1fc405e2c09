package io.bailiwick.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What one can say in the search bar, and whom it finds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchGrammarTests {
    private final Crowd crowd = new Crowd();
    private final UUID reseller = crowd.reseller("southgate");

    @BeforeAll
    void people() {
        var dana = crowd.user(crowd.account, "Dana Reyes", "dana@acme.example", "administrator", null);
        var ishaan = crowd.user("Ishaan Kapoor", "ishaan@locked.example");
        var lucia = crowd.user(crowd.account, "Lucía Partner", "lucia@northgate.example", "normal", reseller);
        var tom = crowd.user(crowd.account, "Tom Whitfield", "tom@cleo.com", "partner", null);
        var aiko = crowd.user("Aiko, Tanaka", "aiko@initech.example");
        crowd.join(ishaan, crowd.group("Network engineers"));
        crowd.join(lucia, crowd.group("Billing"));
        crowd.select(tom, crowd.partner("acme"));
        set(aiko, "status = 'disabled', network = '{10.0.0.0/8,2001:db8::/32}'");
        set(tom, "password_change_due = true, last_sign_in_at = now() - interval '100 days'");
        set(dana, "last_sign_in_at = now() - interval '3 days', created_at = '2020-05-05T12:00:00Z'");
        set(ishaan, "permissions = '{jobs}', network = '{10.1.2.3}'");
        lock("tom@cleo.com");
        lock("nobody@cleo.com");
    }

    @Test
    void everyTermFindsWhatItSays() {
        finds("cleo.com", "Tom Whitfield");
        finds("status:locked", "Tom Whitfield");
        finds("status:password-due", "Tom Whitfield");
        finds("status:disabled", "Aiko, Tanaka");
        finds("role:admin", "Dana Reyes");
        finds("role:PARTNER", "Tom Whitfield");
        finds("partner:acme", "Tom Whitfield");
        finds("group:\"network ENGINEERS\"", "Ishaan Kapoor");
        finds("group:none", "Aiko, Tanaka", "Dana Reyes", "Tom Whitfield");
        finds("permission:jobs", "Dana Reyes", "Ishaan Kapoor");
        finds("permission:integration-configuration");
        finds("reseller:southgate", "Lucía Partner");
        finds("ip:10.1.2.3", "Aiko, Tanaka", "Ishaan Kapoor");
        finds("ip:10.1.", "Aiko, Tanaka");
        finds("ip:2001:db8::7", "Aiko, Tanaka");
        finds("ip:limited", "Aiko, Tanaka", "Ishaan Kapoor");
        finds("last:<90d", "Dana Reyes");
        finds("last:>90d", "Tom Whitfield");
        finds("last:never", "Aiko, Tanaka", "Ishaan Kapoor", "Lucía Partner");
        finds("created:<2021-01-01", "Dana Reyes");
        finds("created:2020-05-05", "Dana Reyes");
        finds("name:partner", "Lucía Partner");
        finds("email:acme", "Dana Reyes");
    }

    @Test
    void termsNarrowCommasWidenAndDashesTurnRound() {
        finds("dana reyes", "Dana Reyes");
        finds("reyes dana", "Dana Reyes");
        finds("\"reyes dana\"");
        finds("dana,tom", "Dana Reyes", "Tom Whitfield");
        finds("status:disabled,locked", "Aiko, Tanaka", "Tom Whitfield");
        finds("example -status:disabled", "Dana Reyes", "Ishaan Kapoor", "Lucía Partner");
        finds("-group:\"Network engineers\",Billing", "Aiko, Tanaka", "Dana Reyes", "Tom Whitfield");
        finds("-reseller:southgate", "Aiko, Tanaka", "Dana Reyes", "Ishaan Kapoor", "Tom Whitfield");
        finds("-reseller:southgate,southgate", "Aiko, Tanaka", "Dana Reyes", "Ishaan Kapoor", "Tom Whitfield");
        finds("-reseller:southgate,none");
        finds("reseller:none role:normal", "Aiko, Tanaka", "Ishaan Kapoor");
        finds("-status:locked", "Aiko, Tanaka", "Dana Reyes", "Ishaan Kapoor", "Lucía Partner");
        finds("last:>90d,never role:partner", "Tom Whitfield");
        finds("-da -is", "Aiko, Tanaka", "Lucía Partner", "Tom Whitfield");
        finds("ip:any -last:never", "Dana Reyes", "Tom Whitfield");
        finds("-permission:jobs -partner:acme", "Aiko, Tanaka", "Lucía Partner");
        finds("Aiko, Tanaka", "Aiko, Tanaka");
    }

    @Test
    void aBareWordOfStatusOrRoleMeansThoseToo() {
        finds("partner", "Lucía Partner", "Tom Whitfield");
        finds("\"partner\"", "Lucía Partner");
        finds("locked", "Ishaan Kapoor", "Tom Whitfield");
        finds("disabled", "Aiko, Tanaka");
        finds("administrator", "Dana Reyes");
        finds("-partner role:normal", "Aiko, Tanaka", "Ishaan Kapoor");
    }

    @Test
    void aWrongWordIsToldWithWhatWasMeantAndTheRestStillFinds() {
        wrong("statis:locked", "Users are not searched by `statis:`. Did you mean `status:`?", "status:locked");
        wrong("dana status:lokced", "`lokced` is no status. Did you mean `locked`?", "dana status:locked");
        wrong("group:biling", "There is no group `biling`. Did you mean `Billing`?", "group:Billing");
        wrong("group:network", "Did you mean `Network engineers`?", "group:\"Network engineers\"");
        wrong("partner:acne", "There is no partner `acne`. Did you mean `acme`?", "partner:acme");
        wrong("role:boss", "`boss` is no role. Choose among `administrator`, `normal`, `partner`.", null);
        wrong("last:soon", "`soon` is no time.", null);
        wrong("ip:300.1.1.1", "`300.1.1.1` is no address", null);
        wrong("status:", "Write behind `status:` one of", null);
        wrong("x ".repeat(21), "Search for at most 20 things at once", null);
        assertThat(names(shown("dana status:lokced"))).containsExactly("Dana Reyes");
        assertThatThrownBy(() -> crowd.names(Crowd.text("dana status:lokced")))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("Did you mean `locked`?");
    }

    @Test
    void noSuggestionTellsWhatIsOutOfSight() {
        var shown = crowd.show("partner:acne reseller:southgale", reseller);

        assertThat(shown.faults()).hasSize(2);
        assertThat(shown.faults().getFirst().message()).isEqualTo("There is no partner `acne`.");
        assertThat(shown.faults().getLast().message()).endsWith("Did you mean `southgate`?");
    }

    @Test
    void nothingTypedIsSql() {
        for (var typed : List.of("'; drop table users --", "name:'", "group:\"'\"", "%", "status:'x'", "\\", "ip:'")) {
            assertThat(crowd.show(typed, null).found().accountTotal()).as(typed).isEqualTo(5);
        }
    }

    private void finds(String q, String... names) {
        assertThat(crowd.names(Crowd.text(q))).as(q).containsExactly(names);
    }

    private void wrong(String q, String message, @Nullable String better) {
        assertThat(shown(q).faults()).as(q).singleElement().satisfies(fault -> {
            assertThat(fault.message()).contains(message);
            assertThat(fault.better()).isEqualTo(better);
        });
    }

    private ShownUsers shown(String q) {
        return crowd.show(q, null);
    }

    private static List<String> names(ShownUsers shown) {
        return Crowd.names(shown.found());
    }

    private void set(UUID user, String assignments) {
        crowd.jdbc
                .sql("update users set " + assignments + " where id = :user")
                .param("user", user)
                .update();
    }

    private void lock(String email) {
        crowd.jdbc
                .sql("""
                insert into sign_in_failures (account, email_key, failures, last_failed_at, locked_until)
                values (:account, :email, 9, now(), now() + interval '1 hour')
                """)
                .param("account", crowd.account.value())
                .param("email", email)
                .update();
    }
}
