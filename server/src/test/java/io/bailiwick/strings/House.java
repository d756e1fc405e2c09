package io.bailiwick.strings;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An account of its own, whose Administrator types naughty strings everywhere. */
final class House {
    static final String PASSWORD = "gravel orchid lantern 7421";

    private static final String TEXTS = """
            ([html, elements]) => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll(elements)]
                .map(element => element.textContent)
            """;
    private static final String NEXT = """
            html => new DOMParser().parseFromString(html, 'text/html').querySelector('#next[href]')?.getAttribute('href')
            """;

    final AccountId account;
    final Visitor visitor;
    final Person person;
    private final Panel panel;
    private final String shortId;
    private final String base;

    House(Panel panel, Accounts accounts, Users users, String name) {
        var made = accounts.create(name);
        var email = "first@" + made.shortId() + ".example";
        var first = users.createFirst(made, "First of all", email, PASSWORD);
        account = made.id();
        shortId = made.shortId();
        this.panel = panel;
        base = "http://127.0.0.1:" + panel.port();
        person = new Person(first.id(), made, email, "First of all", Role.ADMINISTRATOR, PASSWORD);
        visitor = panel.signIn(person);
    }

    /** Another Administrator of the account, signed in. */
    Visitor another(String name) {
        var email = "another@" + shortId + ".example";
        var form = Map.of("name", name, "email", email, "password", PASSWORD, "mustChangePassword", false);
        var made = visitor.post("/api/v1/users", form);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = new UserId(UUID.fromString(made.json().path("id").asString()));
        return panel.signIn(new Person(id, person.account(), email, name, Role.ADMINISTRATOR, PASSWORD));
    }

    /** Somebody else of the account tries to sign in. */
    Answer signIn(String email, String password) {
        return panel.visitor()
                .post("/api/v1/session", Map.of("email", email, "password", password, "account", shortId));
    }

    /** The texts of these elements on a page and on those after it, as a browser reads them. */
    List<String> shown(String path, String elements) {
        try (var window = Browser.window(base, Look.LIGHT_WIDE)) {
            var texts = new ArrayList<String>();
            var next = Optional.of(path + "limit=500");
            while (next.isPresent()) {
                var page = visitor.get(next.get()).body();
                ((List<?>) window.page().evaluate(TEXTS, List.of(page, elements)))
                        .forEach(text -> texts.add((String) text));
                next = Optional.ofNullable((String) window.page().evaluate(NEXT, page));
            }
            return texts;
        }
    }

    /** All items of a list of the API. */
    List<JsonNode> listed(String path) {
        var items = new ArrayList<JsonNode>();
        var page = visitor.get(path + "&limit=500").json();
        page.path("items").forEach(items::add);
        while (page.has("next")) {
            page = visitor.get(path + "&limit=500&after=" + page.path("next").asString())
                    .json();
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /** Fails unless the answer refuses with words about that field. */
    static void assertRefused(Answer answer, String field, String text) {
        assertThat(answer.status()).as(text + " " + answer.body()).isIn(422, 409);
        assertThat(answer.json().path("detail").asString("")
                        + answer.json().path("errors").findValuesAsString("message"))
                .as(text)
                .isNotBlank();
        if (answer.status() == 422) {
            assertThat(answer.json().path("errors").findValuesAsString("field"))
                    .as(text)
                    .allMatch(named -> named.startsWith(field));
        }
    }
}
