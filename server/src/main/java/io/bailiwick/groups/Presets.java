package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.groups.Group.Rule;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.util.List;
import java.util.Optional;

/** What the matrix can be filled with; nothing is saved by it. */
enum Presets {
    /** Everything may be read. */
    READ_ONLY("read-only", Access.of(Action.READ)),
    /** Everything may be done. */
    EVERYTHING("everything", Access.ALL),
    /** Nothing may be done. */
    NOTHING("nothing", Access.NONE),
    /** What suits a reseller, of the areas that there are. */
    RESELLER("reseller", Access.NONE);

    private final String word;
    private final Access defaults;

    Presets(String word, Access defaults) {
        this.word = word;
        this.defaults = defaults;
    }

    static Optional<Presets> of(String word) {
        return List.of(values()).stream()
                .filter(preset -> preset.word.equals(word))
                .findFirst();
    }

    /** Those that the reader may save: the groups of somebody limited have at least one rule. */
    static List<String> words(boolean limited) {
        return List.of(values()).stream()
                .filter(preset -> !limited || preset == RESELLER)
                .map(preset -> preset.word)
                .toList();
    }

    /** The group with it. */
    Group filled(Group group, Coverage coverage) {
        var isReseller = this == RESELLER;
        var rules = isReseller
                ? coverage.areas().stream()
                        .filter(area -> DefaultReseller.PRESET.containsKey(area.reference()))
                        .map(Presets::rule)
                        .toList()
                : List.<Rule>of();
        return new Group(
                group.id(),
                group.name(),
                isReseller ? GroupMode.ONLY_LISTED : group.mode(),
                defaults,
                rules,
                group.createdAt(),
                group.version());
    }

    private static Rule rule(Area area) {
        var words = DefaultReseller.PRESET.getOrDefault(area.reference(), List.of());
        return new Rule(area.id(), Effect.ALLOW, Access.ofWords(words));
    }
}
