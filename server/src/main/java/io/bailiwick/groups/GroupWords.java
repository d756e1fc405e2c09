package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.areas.Areas;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.model.Access;
import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what differs between a group before and after. */
@Component
class GroupWords {
    private final Areas areas;
    private final Phrases phrases;

    GroupWords(Areas areas, Phrases phrases) {
        this.areas = areas;
        this.phrases = phrases;
    }

    /** Each area's reference by its id. */
    Map<String, String> references(AccountId account) {
        return areas.all(account).stream()
                .collect(Collectors.toMap(area -> area.id().toString(), Area::reference));
    }

    /** What differs; where the later state is silent, nothing does. */
    List<GroupDifference> between(GroupState before, GroupState after, Map<String, String> references) {
        var differences = new ArrayList<GroupDifference>();
        add(differences, phrases.text("groups.name"), text(before.name()), text(after.name()));
        add(differences, phrases.text("groups.mode"), mode(before.mode()), mode(after.mode()));
        add(differences, phrases.text("groups.default"), access(before.defaults()), access(after.defaults()));
        var was = rules(before);
        var is = rules(after);
        var keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        keys.forEach(key -> add(differences, title(key, references), access(was.get(key)), access(is.get(key))));
        return List.copyOf(differences);
    }

    /** The same, for a form that came too late. */
    Newer.Comparison compared(Group saved, Group typed, Map<String, String> references) {
        var comparison = new Newer.Comparison();
        between(GroupState.of(saved), GroupState.of(typed), references)
                .forEach(each -> comparison.field(each.what(), each.before(), each.after()));
        return comparison;
    }

    /** A rule, as people call it. */
    String title(GroupState.Key key, Map<String, String> references) {
        var name = references.get(key.area());
        return phrases.text("groups.effect." + key.effect()) + " "
                + (name == null ? phrases.text("groups.area.gone") : "`" + name + "`");
    }

    private static Map<GroupState.Key, Access> rules(GroupState state) {
        var rules = state.rules();
        return rules == null ? Map.of() : rules;
    }

    private static void add(List<GroupDifference> differences, String what, String before, String after) {
        if (!before.equals(after)) {
            differences.add(new GroupDifference(what, before, after));
        }
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }

    private String mode(@Nullable String word) {
        return word == null ? "" : phrases.text("groups.mode." + word);
    }

    /** Nothing when there is no rule at all. */
    private String access(@Nullable Access access) {
        if (access == null) {
            return "";
        }
        return access.isEmpty()
                ? phrases.text("groups.access.none")
                : access.words().stream()
                        .map(word -> phrases.text("ui.access." + word))
                        .collect(Collectors.joining(", "));
    }
}
