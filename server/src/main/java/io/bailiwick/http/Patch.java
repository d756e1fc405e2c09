package io.bailiwick.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import tools.jackson.databind.JsonNode;

/**
 * A JSON merge patch (RFC 7396) as it came in; a handler's body says with it whose fields are changed.
 *
 * @param <T> the form to which {@link MergePatch} applies it
 * @param fields the fields that are named, and what they become
 */
public record Patch<T>(JsonNode fields) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Patch {}
}
