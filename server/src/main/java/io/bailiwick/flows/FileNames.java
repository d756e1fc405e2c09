package io.bailiwick.flows;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/** What the name of a file says, and what a file is called. */
final class FileNames {
    private static final String MARK = "--";
    private static final Map<String, String> ENDINGS = Map.of(
            "application/json", "json",
            "application/xml", "xml",
            "text/xml", "xml",
            "text/csv", "csv",
            "text/plain", "txt",
            "application/pdf", "pdf");

    private FileNames() {}

    /**
     * The type and the reference of a message that comes as a file: `orders--PO-4711.xml` is of the type `orders`, with the
     * reference `PO-4711`; `PO-4711.xml` leaves the type out.
     */
    record Said(@Nullable String type, String reference, String contentType) {
        static Said by(String name) {
            var at = name.indexOf(MARK);
            var rest = at > 0 ? name.substring(at + MARK.length()) : name;
            var dot = rest.lastIndexOf('.');
            return new Said(
                    at > 0 ? name.substring(0, at) : null,
                    dot > 0 ? rest.substring(0, dot) : rest,
                    MediaTypeFactory.getMediaType(name)
                            .orElse(MediaType.APPLICATION_OCTET_STREAM)
                            .toString());
        }
    }

    /** What the file of a message is called: the same at each try, and like no other message's. */
    static String of(Delivery delivery) {
        var reference =
                delivery.reference() == null ? "" : "-" + delivery.reference().replaceAll("[^A-Za-z0-9._-]", "_");
        return delivery.message() + reference + "." + ending(delivery.contentType());
    }

    private static String ending(String contentType) {
        var type = contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        return ENDINGS.getOrDefault(type, "bin");
    }
}
