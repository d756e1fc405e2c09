package io.bailiwick.areas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Reads a YAML text of a stranger. Its events are looked at one by one first, so that nothing is built of a text that is
 * out of bounds.
 */
final class YamlTree {
    private static final int LONGEST_LINE = 100_000;

    private int documents;
    private int values;
    private int levels;

    private YamlTree() {}

    /** The tree of the text. */
    static JsonNode read(String text, ObjectMapper json) {
        requireShortLines(text);
        try {
            var yaml = new Yaml(new SafeConstructor(options()));
            var events = new YamlTree();
            yaml.parse(new StringReader(text)).forEach(events::check);
            if (!(yaml.load(text) instanceof Map<?, ?> map)) {
                throw DocumentTree.invalid("The document is neither a JSON object nor a YAML mapping.");
            }
            return json.valueToTree(map);
        } catch (MarkedYAMLException unreadable) {
            throw DocumentTree.invalid("The document is no YAML that can be read" + place(unreadable) + ".");
        } catch (YAMLException | IllegalArgumentException unreadable) {
            throw DocumentTree.invalid("The document is no YAML that can be read. " + DocumentTree.BOUNDS);
        }
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DocumentTree.MOST_LEVELS);
        options.setAllowDuplicateKeys(false);
        options.setAllowRecursiveKeys(false);
        options.setTagInspector(tag -> false);
        options.setCodePointLimit(DocumentTree.MOST_BYTES);
        return options;
    }

    private static void requireShortLines(String text) {
        var number = 0;
        for (int start = 0; start < text.length(); ) {
            var end = text.indexOf('\n', start);
            var next = end < 0 ? text.length() : end;
            number++;
            if (next - start > LONGEST_LINE) {
                throw DocumentTree.invalid("The document does not begin with `{`, so it is read as YAML, and its line "
                        + number
                        + " is longer than YAML may be here (100,000 characters). If it is JSON, its beginning is"
                        + " missing.");
            }
            start = next + 1;
        }
    }

    private void check(Event event) {
        switch (event) {
            case DocumentStartEvent start -> documents++;
            case AliasEvent alias ->
                throw DocumentTree.invalid(
                        "The document uses the YAML alias `*" + alias.getAnchor() + "`. Write out what it stands for.");
            case ScalarEvent scalar -> {
                values++;
                requireNoTag(scalar.getTag());
                requireBounds(scalar.getValue().length() <= DocumentTree.LONGEST_TEXT);
            }
            case CollectionStartEvent start -> {
                values++;
                levels++;
                requireNoTag(start.getTag());
            }
            case CollectionEndEvent end -> levels--;
            default -> {}
        }
        requireBounds(values <= DocumentTree.MOST_VALUES && levels <= DocumentTree.MOST_LEVELS);
        if (documents > 1) {
            throw DocumentTree.invalid("The document is followed by another one (`---`). Send them one by one.");
        }
    }

    private static void requireNoTag(@Nullable String tag) {
        if (tag != null) {
            throw DocumentTree.invalid("The document uses the YAML tag `" + tag + "`. Leave it out.");
        }
    }

    private static void requireBounds(boolean within) {
        if (!within) {
            throw DocumentTree.invalid("The document is out of bounds. " + DocumentTree.BOUNDS);
        }
    }

    private static String place(MarkedYAMLException fault) {
        var mark = fault.getProblemMark();
        return mark == null ? "" : " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
    }
}
