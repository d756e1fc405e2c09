package io.bailiwick.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The scenario files, and their format. */
public final class Scenarios {
    private static final String ENDING = ".yaml";

    private Scenarios() {}

    /** All of them, by name. */
    public static List<Scenario> all() {
        try {
            var folder = Objects.requireNonNull(Scenarios.class.getResource("/scenarios"))
                    .toURI();
            if (!folder.getScheme().equals("jar")) {
                return in(Path.of(folder));
            }
            var jar = URI.create(folder.toString().split("!", 2)[0]);
            try (var files = FileSystems.newFileSystem(jar, Map.of())) {
                return in(files.getPath("/scenarios"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when the text is no scenario; the message says where
     */
    public static Scenario read(String name, String yaml) {
        return ScenarioReader.read(name, yaml);
    }

    /** The text of its file. */
    public static String write(Scenario scenario) {
        return ScenarioWriter.write(scenario);
    }

    private static List<Scenario> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Scenarios::readFile)
                    .toList();
        }
    }

    private static Scenario readFile(Path file) {
        try {
            var name = Objects.requireNonNull(file.getFileName()).toString();
            return read(name.substring(0, name.length() - ENDING.length()), Files.readString(file, UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
