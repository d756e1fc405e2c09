package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.flows.Plant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Where one of a few words is wanted, the API's description says them, and the server takes these and no others. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaidWordsTests {
    private static final String WRONG = "no-word-of-ours";

    /** What is never free text. */
    private static final Set<String> CLOSED = Set.of(
            "role", "status", "gate", "mode", "effect", "state", "kind", "direction", "standing", "verdict", "action");

    /** What a contact does at his partner is. */
    private static final Set<String> FREE = Set.of("ContactForm.role", "ContactsAnswer.role");

    /** Deleting reads none of these; the other two are not read before something else is right. */
    private static final Set<String> UNHEARD = Set.of("/users/delete ", "\"paths\"", "\"matching\"");

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private final Map<String, String> ids = new HashMap<>();
    private Visitor mayor;
    private JsonNode document;

    @BeforeAll
    void settle() {
        var here = town.quarter("Words");
        mayor = panel.signIn(here.mayor());
        ids.putAll(here.ids());
        ids.putAll(new Plant(mayor).everything(panel.visitor()));
        ids.put("users", mayor.get("/api/v1/me").json().path("id").asString());
        document = mayor.get("/openapi.json").json();
    }

    @Test
    void noFieldOfAClosedSetIsFreeText() {
        var found = new TreeSet<String>();
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .findValues("properties")
                        .forEach(fields -> fields.properties()
                                .forEach(field -> note(
                                        found,
                                        schema.getKey() + "." + field.getKey(),
                                        field.getKey(),
                                        field.getValue()))));
        for (var call : Described.all(document)) {
            for (var parameter : query(call)) {
                var name = parameter.path("name").asString();
                note(found, call + " ?" + name, name, parameter.path("schema"));
            }
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(FREE);
    }

    @Test
    void whatThereIsToSayOfAFieldIsSaid() throws IOException {
        var texts = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("messages/reference.properties"), StandardCharsets.UTF_8));
        var said = document.path("components").path("schemas").findValuesAsString("description");
        var keys = texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("reference.field."))
                .toList();

        assertThat(keys).isNotEmpty().allMatch(key -> said.contains(texts.getProperty(key)));
    }

    private static void note(Set<String> found, String where, String name, JsonNode schema) {
        var isText = schema.path("type").asString("").equals("string")
                || schema.path("type").path(0).asString("").equals("string");
        if (CLOSED.contains(name) && isText && !schema.has("enum")) {
            found.add(where);
        }
    }

    @Test
    void whatIsSentMayBeEachOfTheWords() {
        var tried = new Tried();
        for (var call : Described.all(document)) {
            if (call.body().isMissingNode()) {
                continue;
            }
            var body = harmless(call);
            for (var choice : Choice.in(document, call.body())) {
                tried.words(
                        call + " " + choice.around(),
                        choice.words(),
                        word -> mayor.send(
                                call.method(),
                                call.at(ids) + call.query(ids),
                                choice.in(body, word),
                                Map.of("Content-Type", call.media())));
            }
        }
        assertThat(tried.faults).isEmpty();
        assertThat(tried.heard).hasSizeGreaterThan(40);
        assertThat(tried.deaf).allMatch(where -> UNHEARD.stream().anyMatch(where::contains));
    }

    /** With something else wrong in it when it would change what is there. */
    private String harmless(Described call) {
        if (!call.method().equals("PATCH")) {
            return call.bodies(ids).getLast();
        }
        var fields =
                document.at(call.body().path("$ref").asString().substring(1)).path("properties");
        return Stream.of("name", "type")
                .filter(fields::has)
                .map("{\"%s\":\"\"}"::formatted)
                .findFirst()
                .orElse("{}");
    }

    @Test
    void whatIsAskedForMayBeEachOfTheWords() {
        var tried = new Tried();
        for (var call : Described.all(document)) {
            for (var parameter : query(call)) {
                var name = parameter.path("name").asString();
                var words = Choice.words(parameter.path("schema"));
                if (!words.isEmpty() && call.method().equals("GET")) {
                    tried.words(
                            call + " ?" + name,
                            words,
                            word -> mayor.get(UriComponentsBuilder.fromUriString(call.at(ids) + call.query(ids))
                                    .replaceQueryParam(name, word)
                                    .build()
                                    .toUriString()));
                }
            }
        }
        assertThat(tried.faults).isEmpty();
        assertThat(tried.heard).hasSizeGreaterThan(15);
        assertThat(tried.deaf).isEmpty();
    }

    private static List<JsonNode> query(Described call) {
        return StreamSupport.stream(call.call().path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString("").equals("query"))
                .toList();
    }

    /** Which words were refused as a wrong one is, and where a wrong one is refused at all. */
    private static final class Tried {
        private final List<String> faults = new ArrayList<>();
        private final Set<String> heard = new TreeSet<>();
        private final Set<String> deaf = new TreeSet<>();

        void words(String where, List<String> words, Function<String, Visitor.Answer> ask) {
            var wrong = refusals(ask.apply(WRONG), WRONG);
            var refused = words.stream()
                    .filter(word -> refusals(ask.apply(word), word).containsAll(wrong))
                    .toList();
            if (refused.size() == words.size()) {
                deaf.add(where);
            } else {
                heard.add(where);
                refused.forEach(word -> faults.add(where + " " + word));
            }
        }

        /** What is said against it, the word apart. */
        private static Set<String> refusals(Visitor.Answer answer, String word) {
            if (answer.status() != 400 && answer.status() != 422) {
                return Set.of();
            }
            var errors = answer.json().path("errors");
            return errors.isEmpty()
                    ? Set.of(answer.json().path("detail").asString())
                    : StreamSupport.stream(errors.spliterator(), false)
                            .map(error -> error.toString().replace("`" + word + "`", "`…`"))
                            .collect(Collectors.toSet());
        }
    }
}
