package io.bailiwick.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bailiwick.kernel.OneOf;
import java.lang.reflect.Executable;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON schemas of what goes over the wire, read from the records that Jackson reads and writes. What is no record and none
 * of the few other types has none, and is a fault: nobody guesses.
 */
final class Schemas {
    private final JsonMapper json;
    private final ObjectNode named;
    private final Function<String, Optional<String>> texts;
    private final Map<String, String> types = new HashMap<>();

    /**
     * @param named where the schemas of records go, by name
     * @param texts what there is to say of fields of a name
     */
    Schemas(JsonMapper json, ObjectNode named, Function<String, Optional<String>> texts) {
        this.json = json;
        this.named = named;
        this.texts = texts;
    }

    /** The schema of a type whose texts are some words' alone, unless that is null. */
    ObjectNode of(ResolvableType type, @Nullable OneOf words) {
        return words == null ? of(type) : Words.say(of(type), words.value());
    }

    /** The schema of a type; a record's is a reference to it. */
    ObjectNode of(ResolvableType type) {
        var raw = ClassUtils.resolvePrimitiveIfNecessary(type.toClass());
        if (Collection.class.isAssignableFrom(raw)) {
            return schema("array").set("items", of(type.getGeneric(0)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return schema("object").set("additionalProperties", of(type.getGeneric(1)));
        }
        if (raw.isEnum()) {
            var words = schema("string");
            var list = words.putArray("enum");
            Stream.of(raw.getEnumConstants()).map(json::<JsonNode>valueToTree).forEach(list::add);
            return words;
        }
        return raw.isRecord() ? reference(type) : plain(type, raw);
    }

    private ObjectNode plain(ResolvableType type, Class<?> raw) {
        return switch (raw.getName()) {
            case "java.lang.String" -> schema("string");
            case "java.util.UUID" -> schema("string").put("format", "uuid");
            case "java.time.Instant" -> schema("string").put("format", "date-time");
            case "java.lang.Boolean" -> schema("boolean");
            case "java.lang.Integer" -> schema("integer").put("format", "int32");
            case "java.lang.Long" -> schema("integer").put("format", "int64");
            case "java.math.BigInteger" -> schema("integer");
            case "java.lang.Double" -> schema("number");
            case "tools.jackson.databind.node.ObjectNode" -> schema("object");
            case "tools.jackson.databind.JsonNode", "java.lang.Object" -> json.createObjectNode();
            case "org.springframework.web.multipart.MultipartFile" ->
                schema("string").put("contentMediaType", "application/octet-stream");
            default -> throw new IllegalStateException("`" + type + "` goes over the wire and has no schema.");
        };
    }

    private ObjectNode schema(String type) {
        return json.createObjectNode().put("type", type);
    }

    private ObjectNode reference(ResolvableType type) {
        var name = name(type);
        var before = types.putIfAbsent(name, type.toString());
        if (before == null) {
            named.set(name, json.createObjectNode());
            named.set(name, record(type));
        } else if (!before.equals(type.toString())) {
            throw new IllegalStateException("`" + before + "` and `" + type + "` are both called " + name + ".");
        }
        return json.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** `GroupsApi.Answer` is `GroupsAnswer`, a page of them `GroupsAnswerPage`. */
    private static String name(ResolvableType type) {
        var raw = type.toClass();
        var around = raw.getDeclaringClass();
        var parts = Stream.of(type.getGenerics()).map(Schemas::name).reduce("", String::concat);
        var before = around == null ? "" : around.getSimpleName().replaceFirst("Api$", "");
        return parts + before + raw.getSimpleName();
    }

    private ObjectNode record(ResolvableType type) {
        var object = schema("object");
        var required = json.createArrayNode();
        describe(type, object.putObject("properties"), required);
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        return shorthand(type.toClass())
                .map(shorter -> {
                    var either = json.createObjectNode();
                    either.putArray("anyOf").add(of(shorter)).add(object);
                    return either;
                })
                .orElse(object);
    }

    /** What may stand for the whole record. */
    private static Optional<ResolvableType> shorthand(Class<?> raw) {
        return Stream.<Executable>concat(Stream.of(raw.getDeclaredMethods()), Stream.of(raw.getDeclaredConstructors()))
                .filter(maker -> maker.isAnnotationPresent(JsonCreator.class)
                        && maker.getAnnotation(JsonCreator.class).mode() == JsonCreator.Mode.DELEGATING)
                .findAny()
                .map(maker -> ResolvableType.forClass(maker.getParameterTypes()[0]));
    }

    private void describe(ResolvableType type, ObjectNode properties, ArrayNode required) {
        for (var part : type.toClass().getRecordComponents()) {
            var partType = ResolvableType.forType(part.getGenericType(), type);
            var nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(partType, properties, required);
            } else if (!part.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                var schema = of(partType, part.getAnnotation(OneOf.class));
                var field = nullable ? nullable(schema) : schema;
                texts.apply(part.getName()).ifPresent(text -> field.put("description", text));
                properties.set(part.getName(), field);
                if (!nullable && isAlwaysThere(part)) {
                    required.add(part.getName());
                }
            }
        }
    }

    /** Some are left out when they are empty or null; who is never null is not left out for it. */
    private static boolean isAlwaysThere(RecordComponent part) {
        var included = part.getAccessor().getAnnotation(JsonInclude.class);
        return included == null
                || included.value() == JsonInclude.Include.NON_NULL
                || included.value() == JsonInclude.Include.ALWAYS;
    }

    private ObjectNode nullable(ObjectNode schema) {
        var type = schema.path("type").asString("");
        if (type.isEmpty() || schema.has("enum")) {
            var either = json.createObjectNode();
            either.putArray("anyOf").add(schema).add(schema("null"));
            return schema.isEmpty() ? schema : either;
        }
        schema.putArray("type").add(type).add("null");
        return schema;
    }
}
