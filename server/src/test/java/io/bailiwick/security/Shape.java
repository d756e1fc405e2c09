package io.bailiwick.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Holds JSON against a schema of the API's description: nothing in it may be missing there, and nothing be of another type. */
record Shape(JsonNode document) {
    /** What does not fit. */
    List<String> faults(String at, JsonNode value, JsonNode schema) {
        if (schema.has("$ref")) {
            return faults(at, value, document.at(schema.path("$ref").asString().substring(1)));
        }
        if (schema.has("anyOf")) {
            var each = list(schema.path("anyOf")).stream()
                    .map(one -> faults(at, value, one))
                    .toList();
            return each.stream().anyMatch(List::isEmpty) ? List.of() : each.getFirst();
        }
        var types = schema.path("type").isArray()
                ? list(schema.path("type")).stream().map(JsonNode::asString).toList()
                : List.of(schema.path("type").asString(""));
        if (!types.contains("") && !types.contains(type(value))) {
            return List.of(at + " is " + type(value) + ", not " + types);
        }
        if (schema.has("enum") && !list(schema.path("enum")).contains(value)) {
            return List.of(at + " is " + value + ", none of " + schema.path("enum"));
        }
        var faults = new ArrayList<String>();
        value.forEach(item -> {
            if (value.isArray()) {
                faults.addAll(faults(at + "[]", item, schema.path("items")));
            }
        });
        if (value.isObject() && schema.has("properties")) {
            faults.addAll(object(at, value, schema));
        }
        return faults;
    }

    private List<String> object(String at, JsonNode value, JsonNode schema) {
        var faults = new ArrayList<String>();
        list(schema.path("required")).stream()
                .filter(name -> !value.has(name.asString()))
                .forEach(name -> faults.add(at + " has no " + name));
        value.properties().forEach(field -> {
            var part = schema.path("properties").path(field.getKey());
            faults.addAll(
                    part.isMissingNode()
                            ? List.of(at + "." + field.getKey() + " is not described")
                            : faults(at + "." + field.getKey(), field.getValue(), part));
        });
        return faults;
    }

    /** Bodies with one field that the schema names, for each of them; nested ones in what holds them. */
    static Set<String> fields(JsonNode document, JsonNode schema) {
        var found = new java.util.LinkedHashSet<String>();
        collect(document, schema, "%s", found);
        return found;
    }

    private static void collect(JsonNode document, JsonNode schema, String around, Set<String> found) {
        if (schema.has("$ref")) {
            collect(document, document.at(schema.path("$ref").asString().substring(1)), around, found);
        } else if (schema.has("anyOf")) {
            schema.path("anyOf").forEach(one -> collect(document, one, around, found));
        } else if (schema.has("items")) {
            collect(document, schema.path("items"), around.formatted("[%s]"), found);
        } else if (schema.has("properties")) {
            found.add(around.formatted("{\"" + UNKNOWN + "\":null}"));
            schema.path("properties").properties().forEach(field -> {
                found.add(around.formatted("{\"" + field.getKey() + "\":null}"));
                collect(document, field.getValue(), around.formatted("{\"" + field.getKey() + "\":%s}"), found);
            });
        }
    }

    /** The name of a field that nothing has. */
    static final String UNKNOWN = "nothing-of-ours";

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> value.isIntegralNumber() ? "integer" : "number";
        };
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
