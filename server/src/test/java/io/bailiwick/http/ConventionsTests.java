package io.bailiwick.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every call has in common. */
@PanelTest
class ConventionsTests {
    private static final String REVISION = "Bailiwick-Revision";

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void everyAnswerToSomebodyCarriesTheRevision() {
        for (var visitor : List.of(panel.as(cast.nora), panel.as(cast.ada))) {
            for (var path : List.of(
                    "/api/v1/users",
                    "/api/v1/me",
                    "/api/v1/nothing",
                    "/api/v1/session",
                    "/api/v1/users//x",
                    "/users",
                    "/nothing",
                    "/",
                    "/sign-in",
                    "/me;x=y",
                    "/error")) {
                carriesRevision("GET " + path, visitor.get(path));
            }
            carriesRevision("no token", visitor.send("POST", "/api/v1/users", Map.of(), Map.of("X-CSRF-Token", "")));
            carriesRevision("no such method", visitor.put("/api/v1/users", Map.of()));
            carriesRevision("unread", visitor.post("/api/v1/users", "{"));
            carriesRevision("type", visitor.send("POST", "/api/v1/users", "x", Map.of("Content-Type", "text/x")));
            carriesRevision("size", visitor.post("/api/v1/users", "\"" + "x".repeat(1_000_001) + "\""));
            carriesRevision("TRACE", visitor.send("TRACE", "/api/v1/users", null, Map.of()));
        }
    }

    @Test
    void signingInAndOutCarriesTheRevision() {
        var visitor = panel.visitor();
        carriesRevision("sign-in", visitor.signIn(cast.nora));
        carriesRevision("sign-out", visitor.delete("/api/v1/session"));

        assertThat(panel.visitor().get("/api/v1/users").header(REVISION)).isEmpty();
        assertThat(panel.visitor().get("/sign-in").header(REVISION)).isEmpty();
    }

    private static void carriesRevision(String what, Visitor.Answer answer) {
        assertThat(answer.header(REVISION)).as(what + ": " + answer.status()).matches("\\d+");
    }

    @Test
    void whoeverIsSignedOutIsToldSoFirst() {
        var nobody = panel.visitor();
        assertThat(nobody.put("/api/v1/users", Map.of()).status()).isEqualTo(401);
        assertThat(nobody.send("POST", "/api/v1/users", "x", Map.of("Content-Type", "text/x"))
                        .status())
                .isEqualTo(401);
        assertThat(nobody.get("/users/bulk/delete").status()).isEqualTo(302);
        assertThat(nobody.put("/api/v1/session", Map.of()).status()).isEqualTo(405);
    }

    @Test
    void aFieldThatIsNotThereIsRefusedWhateverItHolds() {
        var ada = panel.as(cast.ada);
        var user = "/api/v1/users/" + cast.nora.id();
        for (var value : List.of("null", "1", "{}")) {
            for (var path : List.of("/api/v1/me", user)) {
                var answer = ada.patch(path, "{\"colour\": " + value + "}");
                assertThat(answer.status()).as(path + " " + value).isEqualTo(400);
                assertThat(answer.body()).contains("There is no field `colour` here.");
            }
        }
        assertThat(ada.patch(user, "{\"dataAccess\": {\"colour\": null}}").status())
                .isEqualTo(400);
    }

    @Test
    void whatNamesMayHoldIsTheSameForAll() {
        var ada = panel.as(cast.ada);
        var key = "naming-" + UUID.randomUUID().toString().substring(0, 8);
        ada.post("/api/v1/applications", Map.of("name", "Naming", "key", key));
        for (var form : List.<Map<String, Object>>of(
                Map.of("list", "groups"),
                Map.of("list", "partners", "key", key),
                Map.of("list", "resellers", "key", key),
                Map.of("list", "areas", "application", key, "paths", List.of("/naming")),
                Map.of("list", "users", "email", key + "@people.example", "password", "gravel orchid " + key))) {
            for (var name : Map.of("Right\u200Fmark " + key, 201, "a\u202Eb", 422, "a\u2028b", 422)
                    .entrySet()) {
                var body = new LinkedHashMap<>(form);
                body.put("name", name.getKey());
                assertThat(ada.post("/api/v1/" + body.remove("list"), body).status())
                        .as(form + " " + name.getKey())
                        .isEqualTo(name.getValue());
            }
        }
    }

    @Test
    void whatIsNoIdNamesNothing() {
        var ada = panel.as(cast.ada);
        assertThat(ada.get("/api/v1/users/nobody/scope").status()).isEqualTo(404);
        assertThat(ada.delete("/api/v1/me/sessions/none").status()).isEqualTo(404);
    }

    @Test
    void whatTheQueryOfACallDoesNotHaveIsRefused() {
        var ada = panel.as(cast.ada);
        var misspelt = ada.get("/api/v1/users?statsu=active&limit=1");
        assertThat(misspelt.status()).isEqualTo(400);
        assertThat(misspelt.json().path("detail").asString())
                .isEqualTo(
                        "There is no `statsu` in the query of this call. It takes `after`, `email`, `group`, `limit`,"
                                + " `name`, `partner`, `q`, `reseller`, `role`, `sort`, `status`.");
        assertThat(ada.get("/api/v1/me?Limit=1").json().path("detail").asString())
                .isEqualTo("There is no `Limit` in the query of this call. It takes no query.");
        assertThat(ada.get("/api/v1/users?q&after=&email=&group=&limit=1&name=&role=&sort=name&status=")
                        .status())
                .isEqualTo(200);
        assertThat(ada.get("/api/v1/users?stat%75s=active").status()).isEqualTo(200);
        assertThat(ada.delete("/api/v1/groups/" + UUID.randomUUID() + "?moveMembresTo=none")
                        .status())
                .isEqualTo(400);
        assertThat(ada.get("/users?statsu=active").status()).isEqualTo(200);

        assertThat(panel.as(cast.nora).get("/api/v1/users?statsu=active").status())
                .isEqualTo(403);
        assertThat(panel.visitor().get("/api/v1/users?statsu=active").status()).isEqualTo(401);
    }

    @Test
    void whatTakesOneValueIsSentOnce() {
        var ada = panel.as(cast.ada);
        for (var twice : List.of("limit=2&limit=3", "limit=2&lim%69t=2", "q=a&limit=2&limit=")) {
            for (var path : List.of("/api/v1/users?", "/users?", "/api/v1/groups?", "/groups?")) {
                var answer = ada.get(path + twice);
                assertThat(answer.status()).as(path + twice).isEqualTo(400);
                assertThat(answer.body()).contains("stands twice in the query and takes one value. Send it once.");
            }
        }
        assertThat(detail(ada.get("/api/v1/users?status=active&status=disabled&status=invited")))
                .startsWith("`status` stands 3 times");
        assertThat(ada.get("/api/v1/users?sort=name&sort=email").status()).isEqualTo(400);
        assertThat(ada.get("/api/v1/users?sort=name,-createdAt&limit=1").status())
                .isEqualTo(200);
        assertThat(ada.delete("/api/v1/groups/" + UUID.randomUUID() + "?confirm=a&confirm=b")
                        .status())
                .isEqualTo(400);
    }

    private static String detail(Visitor.Answer answer) {
        return answer.json().path("detail").asString();
    }

    @Test
    void noCallOfTheApiPassesOverWhatItDoesNotHave() {
        var ada = panel.as(cast.ada);
        var asked = mapping.getHandlerMethods().keySet().stream()
                .filter(call -> call.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(call -> call.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/v1/"))
                .toList();
        assertThat(asked).hasSizeGreaterThan(40);
        for (var path : asked) {
            var answer = ada.get(path.replaceAll("[{].*?[}]", "x") + "?colour=blue");
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("There is no `colour` in the query of this call.");
        }
    }

    @Test
    void whoeverMayReadThereIsToldWhatAPathTakes() {
        var told = panel.as(cast.ada).send("OPTIONS", "/api/v1/users", null, Map.of());
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Allow").split(",")).containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
        assertThat(told.body()).isEmpty();
        carriesRevision("OPTIONS", told);
        assertThat(panel.visitor()
                        .send("OPTIONS", "/api/v1/session", null, Map.of())
                        .header("Allow"))
                .contains("POST");

        var untold = Map.of(
                panel.as(cast.nora).send("OPTIONS", "/api/v1/users", null, Map.of()), 403,
                panel.visitor().send("OPTIONS", "/api/v1/users", null, Map.of()), 401,
                panel.visitor().send("OPTIONS", "/users", null, Map.of()), 401,
                panel.as(cast.ada).send("OPTIONS", "/api/v1/nothing", null, Map.of()), 404);
        untold.forEach((answer, status) -> {
            assertThat(answer.status()).as(answer.response().uri().getPath()).isEqualTo(status);
            assertThat(answer.header("Allow")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners", "resellers", "groups", "areas", "applications"})
    void whatIsNoTextIsTheSendersFault(String list) {
        for (var text : List.of("%00", "%ED%A0%80", "%ff")) {
            assertThat(panel.as(cast.ada).get("/api/v1/" + list + "?q=" + text).status())
                    .as(text)
                    .isEqualTo(400);
        }
    }

    @Test
    void signingInWithWhatIsNoTextIsRefusedLikeAnythingWrong() {
        assertThat(panel.visitor()
                        .post("/api/v1/session", "{\"email\":\"a@b.example\",\"password\":\"x\\ud800\"}")
                        .status())
                .isEqualTo(401);
        var account = Map.of("email", "a@b.example", "password", "x", "account", "\u0000");
        assertThat(panel.visitor().post("/api/v1/session", account).status()).isEqualTo(400);
    }

    @Test
    void anExplanationIsAnAnswerWhateverItIsAskedAbout() {
        var ada = panel.as(cast.ada);
        var asked = "/api/v1/explain?user=" + cast.ada.id() + "&method=GET&";
        for (var closed : Map.of(
                        "path=/users&application=nowhere", "area",
                        "path=/users&partner=nobody", "data",
                        "path=", "path",
                        "path=users", "path")
                .entrySet()) {
            var answer = ada.get(asked + closed.getKey());
            assertThat(answer.status()).as(closed.getKey()).isEqualTo(200);
            assertThat(answer.json().path("gate").asString())
                    .as(closed.getKey())
                    .isEqualTo(closed.getValue());
        }
        assertThat(ada.get("/api/v1/explain?method=GET&path=/users&user=nobody").status())
                .isEqualTo(404);
    }

    @Test
    void nobodyIsFoundByWhatIsNoText() {
        assertThat(panel.as(cast.ada)
                        .get("/api/v1/explain?user=%00&method=GET&path=/users")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFlagIsWrittenAsAFlag() {
        for (var flag : List.of("\"true\"", "\"\"", "1")) {
            var body = "{\"email\":\"flag@people.example\",\"name\":\"F\",\"role\":\"normal\",\"sharedTickets\":%s}";
            assertThat(panel.as(cast.ada)
                            .post("/api/v1/users", body.formatted(flag))
                            .status())
                    .as(flag)
                    .isEqualTo(400);
        }
    }

    @Test
    void whoIsNotThereIsToldBesideTheFieldOfThePerson() {
        assertThat(panel.as(cast.ada)
                        .get("/explain?user=nobody&method=GET&path=/users")
                        .body())
                .contains("id=\"user-error\"")
                .contains("There is no such user.");
    }

    @Test
    void aPageWhoseAddressHoldsBracesIsNoFault() {
        var visitor = panel.visitor();
        var answer = visitor.form("/theme", Map.of("theme", "dark", "to", "/users/{x}"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/");
    }
}
