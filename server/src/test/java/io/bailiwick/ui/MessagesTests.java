package io.bailiwick.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts of all modules. */
class MessagesTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern IN_TEMPLATE = Pattern.compile("ui\\.text\\(\"([a-z][\\w.-]*\\w)\"[,)]");
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:[fF]lash\\.(?:done|warning|failed)\\(\\s*|Section\\.[A-Z]+,\\s*\\d+,\\s*)\"([a-z][\\w.-]*\\w)\"");

    @Test
    void everyTextThatIsShownExists() {
        var texts = all();
        var missing = new TreeSet<String>();
        for (var file : files(Path.of("src/main/jte"), ".jte")) {
            IN_TEMPLATE
                    .matcher(read(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(missing::add);
        }
        for (var file : files(Path.of("src/main/java"), ".java")) {
            IN_CODE.matcher(read(file)).results().map(found -> found.group(1)).forEach(missing::add);
        }
        assertThat(missing).hasSizeGreaterThan(40);
        missing.removeAll(texts.stringPropertyNames());
        assertThat(missing).isEmpty();
    }

    @Test
    void noTextStandsInTwoFiles() {
        var seen = new TreeSet<String>();
        for (var file : files(MESSAGES, ".properties")) {
            var language = file.getFileName().toString().replaceAll("^[^_]*|\\.properties$", "");
            for (var key : properties(file).stringPropertyNames()) {
                assertThat(seen.add(key + language)).as(file + ": " + key).isTrue();
            }
        }
    }

    @Test
    void everyTextIsAMessageFormatWithoutAStraightApostrophe() {
        var texts = all();
        for (var key : texts.stringPropertyNames()) {
            var text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(text, Locale.ENGLISH)).as(key).isNotNull();
        }
    }

    @Test
    void noTemplateHoldsAStyleOrAScript() {
        var forbidden =
                Pattern.compile("\\sstyle=\"[a-z-]+:|<style|<script(?! src)|\\son[a-z]+=\"|javascript:|\\$unsafe");
        for (var file : files(Path.of("src/main/jte"), ".jte")) {
            assertThat(forbidden.matcher(read(file)).find()).as(file.toString()).isFalse();
        }
    }

    @Test
    void noTemplateIsLongerThanSixtyLines() {
        for (var file : files(Path.of("src/main/jte"), ".jte")) {
            assertThat(read(file).lines().count()).as(file.toString()).isLessThanOrEqualTo(60);
        }
    }

    private static Properties all() {
        var texts = new Properties();
        for (var file : files(MESSAGES, ".properties")) {
            texts.putAll(properties(file));
        }
        return texts;
    }

    private static Properties properties(Path file) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static List<Path> files(Path root, String ending) {
        try (var files = Files.walk(root)) {
            var found = new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(ending)).toList());
            assertThat(found).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
