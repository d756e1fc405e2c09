package io.bailiwick.groups;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a form that came too late and the saved group differ. */
final class GroupComparison {
    private final Group saved;
    private final GroupDraft typed;
    private final Map<String, String> names;
    private final Phrases phrases;

    /** @param names each area's reference by its id */
    GroupComparison(Group saved, GroupDraft typed, Map<String, String> names, Phrases phrases) {
        this.saved = saved;
        this.typed = typed;
        this.names = names;
        this.phrases = phrases;
    }

    Newer.Comparison fields() {
        var comparison = new Newer.Comparison()
                .field(phrases.text("groups.name"), saved.name(), typed.name())
                .field(phrases.text("groups.mode"), mode(saved.mode().word()), mode(typed.mode()))
                .field(
                        phrases.text("groups.default"),
                        words(saved.defaultAccess().words()),
                        words(typed.defaultAccess()));
        rules(comparison);
        return comparison;
    }

    /** What the form neither shows nor takes out stays as it is saved. */
    private void rules(Newer.Comparison comparison) {
        var before = new LinkedHashMap<String, String>();
        saved.rules()
                .forEach(rule ->
                        before.put(GroupDraft.key(rule), access(rule.access().words())));
        var after = new LinkedHashMap<>(before);
        var gone = new HashSet<>(typed.removed());
        typed.rows().forEach(row -> gone.add(row.was()));
        after.keySet().removeAll(gone);
        typed.rows().forEach(row -> after.put(key(row), access(row.access())));
        after.keySet().forEach(key -> before.putIfAbsent(key, ""));
        before.forEach((key, access) -> comparison.field(title(key), access, after.getOrDefault(key, "")));
    }

    private String key(GroupDraft.Row row) {
        var area = row.was().isEmpty()
                ? names.entrySet().stream()
                        .filter(name -> name.getValue().equals(row.area()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(row.area())
                : row.was().split(" ")[0];
        return area + " " + row.effect();
    }

    private String title(String key) {
        var end = key.lastIndexOf(' ');
        var area = key.substring(0, end);
        return phrases.text("groups.effect." + key.substring(end + 1)) + " `" + names.getOrDefault(area, area) + "`";
    }

    private String mode(String word) {
        return word.isEmpty() ? "" : phrases.text("groups.mode." + word);
    }

    private String access(List<String> words) {
        return words.isEmpty() ? phrases.text("groups.access.none") : words(words);
    }

    private String words(List<String> words) {
        return words.stream().map(word -> phrases.text("ui.access." + word)).collect(Collectors.joining(", "));
    }
}
