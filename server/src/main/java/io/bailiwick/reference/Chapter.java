package io.bailiwick.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one tag, as the page shows them.
 *
 * @param slug what names it in the address
 * @param shapes the records that its calls take and answer, and those within them
 */
public record Chapter(String slug, String title, List<Entry> calls, List<Shape> shapes) {
    /**
     * A call.
     *
     * @param id also its anchor
     * @param door who may call: a message key, or null for whoever is signed in
     */
    public record Entry(
            String id,
            String method,
            String path,
            String summary,
            @Nullable String door,
            List<Field> fields,
            List<Body> bodies,
            List<Answer> answers) {}

    /** What is sent along, outside the body or in it. */
    public record Field(String name, String where, Kind kind, boolean required, String text) {}

    /** A body by its media type. */
    public record Body(String media, Kind kind) {}

    /** An answer by its status. */
    public record Answer(String status, String text, List<Body> bodies) {}

    /** A record. */
    public record Shape(String name, List<Field> fields) {}

    /**
     * What kind of value.
     *
     * @param shape the record that it leads to, or null
     */
    public record Kind(String text, @Nullable String shape) {}
}
