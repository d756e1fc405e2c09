package io.bailiwick.areas;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bailiwick.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON or YAML text of a stranger into a tree within bounds: 20 MB, 50 levels, 2,000,000 values, texts of
 * 1,000,000 characters; no doubled keys, and of YAML no aliases, no tags, no second document.
 */
final class DocumentTree {
    static final int MOST_BYTES = 20_000_000;
    static final int MOST_LEVELS = 50;
    static final int MOST_VALUES = 2_000_000;
    static final int LONGEST_TEXT = 1_000_000;

    static final String BOUNDS =
            "It may have " + MOST_LEVELS + " levels, 2 million values and texts of 1 million characters.";

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(10_000)
                            .maxNumberLength(1_000)
                            .maxTokenCount(MOST_VALUES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DocumentTree() {}

    /**
     * The tree of the document.
     *
     * @throws Refusal.TooLarge when it is larger than is read
     * @throws Refusal.Invalid when it cannot be read, or not within the bounds
     */
    static JsonNode read(byte[] document) {
        if (document.length > MOST_BYTES) {
            throw new Refusal.TooLarge(MOST_BYTES);
        }
        var text = decoded(document);
        if (text.isBlank()) {
            throw invalid("The document is empty. Send an OpenAPI 3 document, as JSON or YAML.");
        }
        return text.stripLeading().startsWith("{") ? json(text) : YamlTree.read(text, JSON);
    }

    /** A refusal beside the document's field. */
    static Refusal.Invalid invalid(String message) {
        return new Refusal.Invalid("document", message);
    }

    private static String decoded(byte[] document) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw invalid("The document is not UTF-8. Save it in that encoding and try again.");
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException large) {
            throw invalid("The document is out of bounds" + place(large) + ". " + BOUNDS);
        } catch (JsonEOFException cut) {
            throw invalid("The document begins like JSON and is cut off" + place(cut) + ". Send all of it.");
        } catch (JacksonException unreadable) {
            throw invalid("The document begins like JSON but is none" + place(unreadable)
                    + ". Look for a missing comma, quote or brace, or a key that stands there twice.");
        }
    }

    private static String place(JacksonException fault) {
        var location = fault.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
