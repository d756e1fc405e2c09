package io.bailiwick.areas;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.ui.Errors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Lists as people type them into one box: an entry a line, empty lines ignored. A path may be followed by what single
 * methods do: {@code /orders/search POST=read}.
 */
final class FormText {
    private static final Pattern ENTRY = Pattern.compile("(paths|origins)\\[([0-9]+)]");
    private static final Pattern SPACE = Pattern.compile("[\\s,]+");
    private static final int MOST_FAULTS = 50;

    private final List<String> entries = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    /** Reads what was typed. */
    FormText(String text) {
        var number = 0;
        for (var line : text.split("\\R", -1)) {
            number++;
            if (!line.isBlank()) {
                entries.add(line.strip());
                lines.add(number);
            }
        }
    }

    /** Its entries. */
    List<String> entries() {
        return List.copyOf(entries);
    }

    /** Its entries as paths of an area. */
    List<AreaForm.Path> paths() {
        return entries.stream().map(FormText::path).toList();
    }

    /** What is wrong, with the entries' faults beside the box and the line that each is about. */
    Errors errors(Refusal.Invalid invalid) {
        var errors = Errors.none();
        for (var fault : invalid.faults().stream().limit(MOST_FAULTS).toList()) {
            var entry = ENTRY.matcher(fault.field());
            errors = entry.matches()
                    ? errors.and(
                            entry.group(1),
                            "Line " + lines.get(Integer.parseInt(entry.group(2))) + ": " + fault.message())
                    : errors.and(fault.field(), fault.message());
        }
        return errors;
    }

    /** What is wrong with a document, all beside its box. */
    static Errors ofDocument(Refusal.Invalid invalid) {
        var errors = Errors.none();
        for (Fault fault : invalid.faults().stream().limit(MOST_FAULTS).toList()) {
            var place = fault.field().startsWith("paths.") ? "`" + fault.field().substring(6) + "`: " : "";
            errors = errors.and("document", place + fault.message());
        }
        var more = invalid.faults().size() - MOST_FAULTS;
        return more > 0 ? errors.and("document", "There are " + more + " more faults.") : errors;
    }

    /** The paths of an area as they would be typed. */
    static String of(Area area) {
        var lines = new ArrayList<String>();
        for (var path : area.paths()) {
            var line = new StringBuilder(path.pattern().text());
            AreaStore.words(path.actions())
                    .forEach((method, word) ->
                            line.append(' ').append(method).append('=').append(word));
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private static AreaForm.Path path(String line) {
        var words = SPACE.split(line);
        Map<String, String> actions = new LinkedHashMap<>();
        for (int index = 1; index < words.length; index++) {
            var equals = words[index].indexOf('=');
            var method = equals < 0 ? words[index] : words[index].substring(0, equals);
            actions.put(method, equals < 0 ? "" : words[index].substring(equals + 1));
        }
        return new AreaForm.Path(words[0], actions);
    }
}
