package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.flows.Plant;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The API's description is true: it is held against the running server. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescribedTests {
    private static final Set<String> AROUND = Set.of(
            "/authz/{application}/auth-request",
            "/authz/{application}/forward-auth",
            "/authz/{application}/ext-authz/{path}",
            "/healthz",
            "/readyz",
            "/metrics");

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final Map<String, String> ids = new HashMap<>();
    private Visitor mayor;
    private String text;
    private JsonNode document;

    @BeforeAll
    void settle() {
        var here = town.quarter("Described");
        mayor = panel.signIn(here.mayor());
        ids.putAll(here.ids());
        ids.putAll(new Plant(mayor).everything(panel.visitor()));
        ids.put("users", mayor.get("/api/v1/me").json().path("id").asString());
        ids.put(
                "views",
                mayor.post("/api/v1/users/views", Map.of("name", "Mine", "q", "x"))
                        .json()
                        .path("id")
                        .asString());
        text = mayor.get("/openapi.json").body();
        document = mayor.get("/openapi.json").json();
    }

    @Test
    void itHoldsEveryCallOfTheServerAndNothingElse() {
        var served = Route.all(mapping)
                .filter(route -> route.pattern().startsWith("/api/v1/"))
                .map(route -> route.method() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
        var described = Described.all(document).stream()
                .filter(call -> !AROUND.contains(call.path()))
                .map(Described::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).hasSizeGreaterThan(150).isEqualTo(served);
        assertThat(document.path("paths").propertyNames()).containsAll(AROUND);
        assertThat(Described.all(document).stream()
                        .map(call -> call.call().path("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void othersReadItWithoutAWord() {
        var options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser().readContents(text, null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSize(document.path("paths").size());
    }

    /** What the server knows is what the document names, in the body and within it. */
    @Test
    void eachBodyNamesTheFieldsThatTheCallTakes() {
        var faults = new ArrayList<String>();
        var tried = 0;
        for (var call : Described.all(document)) {
            var schema = call.body();
            for (var body : schema.isMissingNode() ? Set.<String>of() : Shape.fields(document, schema)) {
                var answer = mayor.send(call.method(), call.at(ids), body, Map.of("Content-Type", call.media()));
                var isUnknown = answer.status() == 400 && answer.body().contains("There is no field");
                if (isUnknown != body.contains(Shape.UNKNOWN)) {
                    faults.add(call + " " + body + ": " + answer.status() + " " + answer.body());
                }
                tried++;
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(250);
    }

    /** Both what succeeds and what is refused. */
    @Test
    void eachAnswerIsAsDescribed() {
        var shape = new Shape(document);
        var faults = new ArrayList<String>();
        var succeeded = new ArrayList<String>();
        for (var call : Described.all(document)) {
            for (var body : call.bodies(ids)) {
                if (!call.method().equals("DELETE") && !AROUND.contains(call.path())) {
                    var answer = ask(call, body);
                    if (answer.status() < 300) {
                        succeeded.add(call.toString());
                    }
                    faults.addAll(faults(shape, call, answer));
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(succeeded)
                .containsAll(Described.all(document).stream()
                        .filter(call ->
                                call.method().equals("GET") || call.method().equals("PATCH"))
                        .filter(call -> call.path().startsWith("/api/")
                                && !call.path().matches(".*(decisions|sessions)/.*|.*/tickets/.ticket."))
                        .map(Described::toString)
                        .toList());
        assertThat(Set.copyOf(succeeded)).hasSizeGreaterThan(105);
    }

    private List<String> faults(Shape shape, Described call, Visitor.Answer answer) {
        var responses = call.call().path("responses");
        var status = Integer.toString(answer.status());
        var response = responses.has(status) ? responses.path(status) : responses.path("default");
        if (answer.status() < 400 && !responses.has(status)) {
            return List.of(call + " answers " + status);
        }
        var resolved = response.has("$ref")
                ? document.at(response.path("$ref").asString().substring(1))
                : response;
        var type = answer.header("Content-Type").replaceFirst(";.*", "");
        var content = resolved.path("content");
        if (type.isEmpty() && content.isEmpty()) {
            return List.of();
        }
        if (!content.has(type) && !content.has("*/*")) {
            return List.of(call + " answers " + status + " as " + type);
        }
        return type.endsWith("json")
                ? shape.faults(
                        call + " " + status, answer.json(), content.path(type).path("schema"))
                : List.of();
    }

    private Visitor.Answer ask(Described call, String body) {
        var path = call.at(ids) + call.query(ids);
        return call.method().equals("GET")
                ? mayor.get(path)
                : mayor.send(call.method(), path, body, Map.of("Content-Type", call.media()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithItsPages(Look look) {
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), look)) {
            mayor.cookies().forEach(window::cookie);
            for (var path : List.of("/docs", "/docs/messages")) {
                window.open(path);
                window.photograph("reference" + path.replace('/', '-'));
                window.assertNoViolations();
            }
        }
    }

    @Test
    void whoIsSignedInReadsIt() {
        assertThat(panel.visitor().get("/openapi.json").status()).isEqualTo(401);
        assertThat(panel.visitor().get("/docs").header("Location")).startsWith("/sign-in");
        var contents = mayor.get("/docs").body();
        document.path("tags").forEach(tag -> {
            var slug = tag.path("name").asString().toLowerCase(Locale.ROOT).replace(' ', '-');
            assertThat(contents).contains("href=\"/docs/" + slug + "\"");
            assertThat(mayor.get("/docs/" + slug).status()).as(slug).isEqualTo(200);
        });
        assertThat(mayor.get("/docs/nothing").status()).isEqualTo(404);
    }
}
