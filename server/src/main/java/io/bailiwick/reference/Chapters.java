package io.bailiwick.reference;

import io.bailiwick.reference.Chapter.Answer;
import io.bailiwick.reference.Chapter.Body;
import io.bailiwick.reference.Chapter.Entry;
import io.bailiwick.reference.Chapter.Field;
import io.bailiwick.reference.Chapter.Kind;
import io.bailiwick.reference.Chapter.Shape;
import io.bailiwick.ui.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** The document as chapters to read, one for each tag. */
@Component
class Chapters {
    private static final String SCHEMAS = "#/components/schemas/";

    /** What the page says once, and not of each call. */
    private static final List<String> COMMON = Stream.of("SignedOut", "Denied", "NotFound", "Invalid", "Problem")
            .map("#/components/responses/"::concat)
            .toList();

    private static final String AT_LEAST = "#/components/parameters/AtLeast";

    private final ApiDescription description;
    private final Kinds kinds;
    private final Supplier<List<Chapter>> all = SingletonSupplier.of(this::read);

    Chapters(ApiDescription description, Phrases phrases) {
        this.description = description;
        this.kinds = new Kinds(phrases);
    }

    List<Chapter> all() {
        return all.get();
    }

    /** What holds for all calls, by paragraph. */
    List<String> conventions() {
        return List.of(description
                .document()
                .path("info")
                .path("description")
                .asString()
                .split("\n\n"));
    }

    /** What any call may answer. */
    List<Answer> refusals() {
        var answers = description.document().path("components").path("responses");
        return Stream.of("401", "403", "404", "422")
                .map(status -> new Answer(
                        status,
                        answers.path(
                                        switch (status) {
                                            case "401" -> "SignedOut";
                                            case "403" -> "Denied";
                                            case "404" -> "NotFound";
                                            default -> "Invalid";
                                        })
                                .path("description")
                                .asString(),
                        List.of()))
                .toList();
    }

    Optional<Chapter> of(String slug) {
        return all().stream().filter(chapter -> chapter.slug().equals(slug)).findAny();
    }

    private List<Chapter> read() {
        return elements(description.document().path("tags"))
                .map(tag -> chapter(tag.path("name").asString()))
                .toList();
    }

    private Chapter chapter(String tag) {
        var calls = new ArrayList<Entry>();
        description
                .document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue()
                                .path("tags")
                                .path(0)
                                .asString("")
                                .equals(tag))
                        .forEach(method -> calls.add(entry(path, method))));
        var slug = tag.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Chapter(slug, tag, calls, shapes(calls));
    }

    private Entry entry(Map.Entry<String, JsonNode> path, Map.Entry<String, JsonNode> method) {
        var call = method.getValue();
        return new Entry(
                call.path("operationId").asString(),
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                call.path("summary").asString(),
                door(call.path("security")),
                Stream.concat(elements(path.getValue().path("parameters")), elements(call.path("parameters")))
                        .filter(parameter -> !refersTo(parameter, List.of(AT_LEAST)))
                        .map(this::resolved)
                        .map(this::field)
                        .toList(),
                bodies(call.path("requestBody").path("content")),
                call.path("responses").properties().stream()
                        .filter(response -> !refersTo(response.getValue(), COMMON))
                        .map(this::answer)
                        .toList());
    }

    private static boolean refersTo(JsonNode node, List<String> places) {
        return places.contains(node.path("$ref").asString(""));
    }

    private static @Nullable String door(JsonNode security) {
        if (security.isEmpty()) {
            return "reference.signed-out";
        }
        return security.path(0).has("accessPoint") ? "reference.secret" : null;
    }

    private Field field(JsonNode parameter) {
        return new Field(
                parameter.path("name").asString(),
                parameter.path("in").asString(),
                kinds.of(parameter.path("schema")),
                parameter.path("required").asBoolean(false),
                parameter.path("description").asString(""));
    }

    private List<Body> bodies(JsonNode content) {
        return content.properties().stream()
                .map(media -> new Body(media.getKey(), kinds.of(media.getValue().path("schema"))))
                .toList();
    }

    private Answer answer(Map.Entry<String, JsonNode> response) {
        var answer = resolved(response.getValue());
        return new Answer(response.getKey(), answer.path("description").asString(), bodies(answer.path("content")));
    }

    /** What the calls name, and what that names in turn. */
    private List<Shape> shapes(List<Entry> calls) {
        var found = new LinkedHashSet<String>();
        for (var call : calls) {
            Stream.concat(call.bodies().stream(), call.answers().stream().flatMap(answer -> answer.bodies().stream()))
                    .forEach(body -> add(found, body.kind().shape()));
        }
        return found.stream().map(this::shape).toList();
    }

    private void add(Set<String> found, @Nullable String name) {
        if (name != null && found.add(name)) {
            shape(name).fields().forEach(field -> add(found, field.kind().shape()));
        }
    }

    private Shape shape(String name) {
        var schema = description.document().at("/components/schemas/" + name);
        var object = schema.has("anyOf") ? schema.path("anyOf").path(1) : schema;
        var required = elements(object.path("required")).map(JsonNode::asString).toList();
        return new Shape(
                name,
                object.path("properties").properties().stream()
                        .map(part -> new Field(
                                part.getKey(),
                                "",
                                kinds.of(part.getValue()),
                                required.contains(part.getKey()),
                                part.getValue().path("description").asString("")))
                        .toList());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? description.document().at(node.path("$ref").asString().substring(1))
                : node;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Says in words what kind of value a schema describes. */
    private record Kinds(Phrases phrases) {
        Kind of(JsonNode schema) {
            if (schema.has("$ref")) {
                var name = schema.path("$ref").asString().substring(SCHEMAS.length());
                return new Kind(name, name);
            }
            if (schema.has("anyOf")) {
                return of(schema.path("anyOf").path(0));
            }
            if (schema.has("enum")) {
                return new Kind(
                        String.join(
                                ", ",
                                elements(schema.path("enum"))
                                        .map(word -> "`" + word.asString() + "`")
                                        .toList()),
                        null);
            }
            var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
            if (type.asString("").equals("array")) {
                var item = of(schema.path("items"));
                return new Kind(phrases.text("reference.list", item.text()), item.shape());
            }
            if (schema.path("additionalProperties").isObject()) {
                var item = of(schema.path("additionalProperties"));
                return new Kind(phrases.text("reference.map", item.text()), item.shape());
            }
            var format = schema.path("format").asString("");
            var word = format.equals("uuid") || format.equals("date-time") ? format : type.asString("any");
            return new Kind(phrases.text("reference.kind." + word), null);
        }
    }
}
