package io.bailiwick.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that is wrong with the settings, in the order in which it was found. */
public final class SettingFaults {
    private final List<String> sentences = new ArrayList<>();

    /**
     * Adds a fault.
     *
     * @param property the setting's name, such as {@code bailiwick.database.url}
     * @param demand what is expected of it, such as {@code must be an address}; it follows the name
     */
    public void add(String property, String demand) {
        var sentence = "%s %s.".formatted(variable(property), demand);
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    /** One sentence for each fault. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** The environment variable that sets the property. */
    static String variable(String property) {
        var name = property.replaceAll("\\[.*", "");
        return name.startsWith("bailiwick.")
                ? name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT)
                : name;
    }
}
