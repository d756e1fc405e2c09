package io.bailiwick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The checklist of what the two pages say has no open row, and every test that it names is there. */
class ChecklistTests {
    private static final Path CHECKLIST = Path.of("../docs/checklist.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:#(\\w+))?`");

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        var sources = sources();
        var missing = new TreeSet<String>();
        TEST.matcher(Files.readString(CHECKLIST)).results().forEach(named -> {
            var source = sources.getOrDefault(named.group(1), "");
            var method = named.group(2);
            if (source.isEmpty() || method != null && !source.contains("void " + method + "(")) {
                missing.add(named.group());
            }
        });

        assertThat(missing).isEmpty();
    }

    @Test
    void noRowIsOpen() throws IOException {
        var rows = Files.readAllLines(CHECKLIST).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| statement") && !line.startsWith("| ---"))
                .map(line -> List.of(line.substring(1).split(" \\|", -1)))
                .toList();

        assertThat(rows).hasSizeGreaterThan(80);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row).as(row.toString()).hasSize(4);
            assertThat(row.get(1)).as(row.toString()).isNotBlank();
            assertThat(TEST.matcher(row.get(2)).find()).as(row.toString()).isTrue();
        });
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), ChecklistTests::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
