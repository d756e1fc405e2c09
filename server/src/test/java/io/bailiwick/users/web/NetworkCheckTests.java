package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an allow-list means is told before it is saved; what it shuts out is asked about, then holds at every door. */
@PanelTest
class NetworkCheckTests {
    private static final String CHECK = "/api/v1/users/network";

    private final Cast cast;
    private final Panel panel;
    private final JdbcClient jdbc;
    private final Visitor ada;

    @Autowired
    NetworkCheckTests(Cast cast, Panel panel, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void everyEntryIsExplained() {
        var answer = ada.post(
                CHECK,
                Map.of(
                        "network",
                        List.of(
                                "1.1.1.1",
                                "1.1.1.",
                                "10.",
                                "1.1.1.0/31",
                                "2001:db8::/32",
                                "01.1.1.1",
                                "10.0.0.1:80",
                                "")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("entries").toString())
                .contains(
                        "{\"entry\":\"1.1.1.1\",\"network\":\"1.1.1.1\",\"first\":\"1.1.1.1\",\"last\":\"1.1.1.1\",\"addresses\":1}")
                .contains("\"network\":\"1.1.1.0/24\",\"first\":\"1.1.1.0\",\"last\":\"1.1.1.255\",\"addresses\":256")
                .contains("\"network\":\"10.0.0.0/8\",\"first\":\"10.0.0.0\",\"last\":\"10.255.255.255\"")
                .contains("\"network\":\"1.1.1.0/31\",\"first\":\"1.1.1.0\",\"last\":\"1.1.1.1\",\"addresses\":2")
                .contains("\"addresses\":79228162514264337593543950336")
                .contains("\"entry\":\"01.1.1.1\",\"error\":")
                .contains("leave out the port");
        assertThat(answer.json().path("own").toString()).isEqualTo("{\"address\":\"127.0.0.1\",\"admitted\":false}");
        assertThat(answer.json().has("shutOut")).isFalse();
    }

    @Test
    void anAddressIsTested() {
        var list = List.of("10.", "192.0.2.0/24");

        assertThat(ada.post(CHECK, Map.of("network", list, "address", "192.0.2.7"))
                        .json()
                        .path("tested")
                        .toString())
                .isEqualTo("{\"address\":\"192.0.2.7\",\"admitted\":true,\"by\":\"192.0.2.0/24\"}");
        assertThat(ada.post(CHECK, Map.of("network", list, "address", "::ffff:10.9.9.9"))
                        .json()
                        .path("tested")
                        .path("by")
                        .asString())
                .isEqualTo("10.");
        assertThat(ada.post(CHECK, Map.of("network", list, "address", "198.51.100.1"))
                        .json()
                        .path("tested")
                        .path("admitted")
                        .asBoolean())
                .isFalse();
        assertThat(ada.post(CHECK, Map.of("network", list, "address", "here")).status())
                .isEqualTo(422);
        assertThat(ada.post(CHECK, Map.of("network", Collections.nCopies(1_001, "10.")))
                        .status())
                .isEqualTo(422);
        assertThat(panel.as(cast.nora).post(CHECK, Map.of("network", list)).status())
                .isEqualTo(403);
        assertThat(panel.as(cast.rita)
                        .post(
                                CHECK,
                                Map.of("network", list, "user", cast.sami.id().toString()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thePageSaysTheSameWhileOneTypes() {
        var typed = Map.of("network", "10.\nnonsense\n\n192.0.2.0/24", "probe", "192.0.2.7");

        var live = ada.form("/users/network", typed);

        assertThat(live.status()).isEqualTo(200);
        assertThat(live.body())
                .contains("id=\"meanings\"", "10.0.0.0 to 10.255.255.255, 16,777,216 addresses", "class=\"wrong\"")
                .contains("Your own address 127.0.0.1 is not in this list.", "192.0.2.7 is let in, by line 4.");
        assertThat(ada.form("/users/network", Map.of("network", "127.", "probe", "x"))
                        .body())
                .contains("Your own address 127.0.0.1 is in this list, by line 1.", "x is no address.");
        assertThat(ada.form("/users/network", Map.of()).body()).contains("the user may come from anywhere");
        var again = ada.form(
                "/users/" + cast.nora.id() + "/sign-in",
                Map.of("find", "network", "name", "Typed", "network", "10.", "probe", "10.1.1.1"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("10.1.1.1 is let in, by line 1.", "value=\"Typed\"");
    }

    @Test
    void howManySignInsLatelyCameFromOutsideIsTold() {
        var person = cast.extra("From Outside");
        panel.signIn(person);
        panel.signIn(person);
        var form = Map.of("email", person.email(), "password", person.password(), "account", cast.northgate.shortId());
        for (var address : List.of("192.0.2.7", "192.0.2.8", "198.51.100.1")) {
            assertThat(panel.visitor()
                            .send(
                                    "POST",
                                    "/api/v1/session",
                                    form,
                                    Map.of("X-Forwarded-For", address, "X-Forwarded-Proto", "https"))
                            .status())
                    .isEqualTo(201);
        }
        jdbc.sql("""
                insert into audit_entries (account, id, at, kind, actor, actor_name, address, details)
                values (:account, gen_random_uuid(), now() - interval '31 days', 'session.opened', :user, '', '203.0.113.1', '{}')
                """)
                .param("account", cast.northgate.id().value())
                .param("user", person.id().value())
                .update();

        var check = ada.post(
                CHECK,
                Map.of("network", List.of("192.0.2.0/24"), "user", person.id().toString()));
        assertThat(check.json().path("signIns").toString()).isEqualTo("{\"outside\":3,\"all\":5}");
        assertThat(ada.form("/users/" + person.id() + "/network", Map.of("network", "192.0.2.0/24"))
                        .body())
                .contains("3 of 5 sign-ins in the last 30 days came from outside this list.");
        assertThat(ada.post(CHECK, Map.of("network", List.of("192.0.2.0/24")))
                        .json()
                        .has("signIns"))
                .isFalse();
    }

    @Test
    void shuttingOutOpenSessionsIsAskedFirstAndHoldsAtOnceAndAtSignIn() {
        var person = cast.extra("Shut Out");
        var one = panel.signIn(person);
        var two = panel.signIn(person);
        var path = "/api/v1/users/" + person.id();
        var change = Map.of("network", List.of("10.0.0.0/8"));
        var preview = ada.post(
                CHECK, Map.of("network", List.of("10."), "user", person.id().toString()));
        assertThat(preview.json().path("shutOut").toString())
                .isEqualTo("{\"sessions\":2,\"open\":2,\"addresses\":[\"127.0.0.1\"]}");

        var asked = ada.patch(path, change);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().path("detail").asString()).contains("2 of the 2 open sessions", "`127.0.0.1`");
        assertThat(asked.json().path("difference").path("sessions").asInt()).isEqualTo(2);
        assertThat(one.get("/api/v1/me").status()).isEqualTo(200);
        var done = ada.patch(path + "?confirm=" + asked.json().path("confirm").asString(), change);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        for (var tab : List.of(one, two)) {
            assertThat(tab.get("/api/v1/me").status()).as("on the next request").isEqualTo(403);
            assertThat(tab.get("/api/v1/me").json().path("gate").asString()).isEqualTo("network");
        }
        var again =
                panel.visitor().post("/api/v1/session", Map.of("email", person.email(), "password", person.password()));
        assertThat(again.status()).as("at sign-in").isEqualTo(403);
        assertThat(ada.patch(path, Map.of("network", List.of())).status()).isEqualTo(200);
        assertThat(one.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void thePageAsksOnAPageOfItsOwn() {
        var person = cast.extra("Asked About");
        panel.signIn(person);
        var fields = new java.util.LinkedHashMap<>(Map.of(
                "name", "Asked About", "email", person.email(), "timeZone", "UTC", "network", "10.", "version", "1"));
        assertThat(ada.get("/users/" + person.id() + "/sign-in").body()).contains("may come from anywhere");

        var asked = ada.form("/users/" + person.id() + "/sign-in", fields);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains("The one open session of", "action=\"/users/" + person.id() + "/sign-in\"");
        fields.put("confirm", asked.body().replaceAll("(?s).*name=\"confirm\" value=\"([^\"]+)\".*", "$1"));
        assertThat(ada.form("/users/" + person.id() + "/sign-in", fields).status())
                .isEqualTo(303);
    }

    @Test
    void lockingOneselfOutIsAskedFirst() {
        var visitor = panel.signIn(cast.grace);
        var path = "/api/v1/users/" + cast.grace.id();

        var asked = visitor.patch(path, Map.of("network", List.of("10.")));

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().path("detail").asString()).contains("Your own address `127.0.0.1` is not in this list");
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(200);
    }
}
