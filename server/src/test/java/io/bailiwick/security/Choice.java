package io.bailiwick.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in a body where a description has words.
 *
 * @param around the body, with `%s` where the word goes
 */
record Choice(String around, List<String> words) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** All of a schema. */
    static List<Choice> in(JsonNode document, JsonNode schema) {
        var found = new ArrayList<Choice>();
        collect(document, schema, "%s", found);
        return found;
    }

    private static void collect(JsonNode document, JsonNode schema, String around, List<Choice> found) {
        if (schema.has("$ref")) {
            collect(document, document.at(schema.path("$ref").asString().substring(1)), around, found);
        } else if (schema.has("enum")) {
            found.add(new Choice(around, words(schema)));
        } else if (schema.has("anyOf")) {
            schema.path("anyOf").forEach(one -> collect(document, one, around, found));
        } else if (schema.has("items")) {
            collect(document, schema.path("items"), around.formatted("[%s]"), found);
        } else if (schema.has("additionalProperties")) {
            collect(document, schema.path("additionalProperties"), around.formatted("{\"POST\":%s}"), found);
        } else {
            schema.path("properties")
                    .properties()
                    .forEach(field -> collect(
                            document, field.getValue(), around.formatted("{\"" + field.getKey() + "\":%s}"), found));
        }
    }

    static List<String> words(JsonNode schema) {
        return StreamSupport.stream(schema.path("enum").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** A body with the word where it belongs, and the rest as it is. */
    String in(String body, String word) {
        return merged(JSON.readTree(body), JSON.readTree(around.formatted("\"" + word + "\"")))
                .toString();
    }

    private static JsonNode merged(JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode into && other.isObject()) {
            other.properties()
                    .forEach(field -> into.set(field.getKey(), merged(into.path(field.getKey()), field.getValue())));
            return into;
        }
        return one.isArray() && one.path(0).isObject() && other.path(0).isObject()
                ? JSON.createArrayNode().add(merged(one.path(0), other.path(0)))
                : other;
    }
}
