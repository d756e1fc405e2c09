package io.bailiwick.http;

import io.bailiwick.kernel.Refusal;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396): absent fields stay, null empties, objects merge, everything else replaces. */
@Component
public class MergePatch {
    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    /**
     * Applies a patch.
     *
     * @param current the writable fields as they are
     * @param patch what the client sent
     * @return the fields as they would be; unknown ones are refused as everywhere
     */
    public <T> T apply(T current, Patch<T> patch, Class<T> type) {
        return apply(current, patch.fields(), type);
    }

    private <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw new Refusal.Malformed("A patch is a JSON object with the fields to change.");
        }
        requireKnown(patch, type);
        return json.treeToValue(merged(json.valueToTree(current), patch), type);
    }

    /** A null takes its field out of the patch, and so out of the sight of whoever reads what is left. */
    private static void requireKnown(JsonNode patch, Class<?> type) {
        if (!type.isRecord() || !patch.isObject()) {
            return;
        }
        var known = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
        patch.properties().forEach(field -> {
            var below = known.get(field.getKey());
            if (below == null) {
                throw new Refusal.Malformed("There is no field `" + field.getKey() + "` here.");
            }
            requireKnown(field.getValue(), below);
        });
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        changes.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                var before = result.path(field.getKey());
                result.set(field.getKey(), merged(before, field.getValue()));
            }
        });
        return result;
    }
}
