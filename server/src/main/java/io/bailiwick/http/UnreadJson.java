package io.bailiwick.http;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says why JSON that came in cannot be read, and where to look. */
final class UnreadJson {
    /** How the parser's message begins when a field stands twice in one object; no exception of its own tells of it. */
    private static final String DOUBLED = "Duplicate Object property";

    private UnreadJson() {}

    /** @param fault what stopped the reading, or what was thrown because of it */
    static String reason(Exception fault) {
        var json = fault instanceof JacksonException itself ? itself : cause(fault);
        if (json == null) {
            return "The body is missing or is not the JSON that belongs here.";
        }
        if (json instanceof UnrecognizedPropertyException unknown) {
            return "There is no field `" + unknown.getPropertyName() + "` here.";
        }
        return what(json) + place(json);
    }

    private static @Nullable JacksonException cause(Exception fault) {
        return fault.getCause() instanceof JacksonException json ? json : null;
    }

    private static String what(JacksonException fault) {
        var doubled = doubled(fault);
        if (doubled != null) {
            return "The field `" + doubled + "` stands twice in one object: send it once";
        }
        return fault instanceof UnexpectedEndOfInputException
                ? "The body ends before its JSON does"
                : "The body is not the JSON that belongs here";
    }

    /** The name of the field, where the parser came upon it for the second time. */
    private static @Nullable String doubled(JacksonException fault) {
        return fault instanceof StreamReadException
                        && fault.getOriginalMessage().startsWith(DOUBLED)
                        && fault.processor() instanceof JsonParser parser
                ? parser.streamReadContext().currentName()
                : null;
    }

    /** In what was read as a tree first, lines are not known any more, but fields are. */
    private static String place(JacksonException fault) {
        var location = fault.getLocation();
        if (location != null && location.getLineNr() > 0) {
            return ": look at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
        }
        var path = fault.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "." : ": look at `" + path.replaceFirst("^[.]", "") + "`.";
    }
}
