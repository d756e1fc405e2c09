package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.groups.Group.Rule;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the matrix can be filled with; nothing is saved by it. */
final class Presets {
    private static final List<String> ALL = List.of("create", "read", "update", "delete");
    private static final List<String> READ = List.of("read");

    private static final List<Preset> PRESETS = List.of(
            new Preset("read-only", Access.of(Action.READ), Map.of()),
            new Preset("everything", Access.ALL, Map.of()),
            new Preset("nothing", Access.NONE, Map.of()),
            new Preset("reseller", Access.NONE, DefaultReseller.PRESET),
            new Preset(
                    "user-desk",
                    Access.NONE,
                    Map.of(
                            "cockpit/Users", ALL,
                            "cockpit/Groups", READ,
                            "cockpit/Partners", READ,
                            "cockpit/Explain", READ)),
            new Preset(
                    "group-desk",
                    Access.NONE,
                    Map.of(
                            "cockpit/Groups", ALL,
                            "cockpit/Users", List.of("read", "update"),
                            "cockpit/Applications and areas", READ,
                            "cockpit/Explain", READ)),
            new Preset(
                    "partners-desk",
                    Access.NONE,
                    Map.of(
                            "cockpit/Partners", List.of("create", "read", "update"),
                            "cockpit/Resellers", READ,
                            "cockpit/Users", READ,
                            "cockpit/Contacts", ALL)),
            new Preset(
                    "auditor",
                    Access.NONE,
                    Map.of(
                            "cockpit/Users", READ,
                            "cockpit/Groups", READ,
                            "cockpit/Partners", READ,
                            "cockpit/Resellers", READ,
                            "cockpit/Applications and areas", READ,
                            "cockpit/Explain", READ,
                            "cockpit/API keys", READ,
                            "cockpit/Audit log", READ,
                            "cockpit/Settings", READ)));

    private Presets() {}

    /**
     * One of them.
     *
     * @param word names it, in the form and in the message files
     * @param defaults what it allows by default
     * @param rules what it allows by the areas' names, which closes all others; areas that the panel does not have are left
     *     out. When there are none, the mode stays
     */
    record Preset(String word, Access defaults, Map<String, List<String>> rules) {
        Preset {
            rules = Map.copyOf(rules);
        }

        /** The group with it. */
        Group filled(Group group, Coverage coverage) {
            return new Group(
                    group.id(),
                    group.name(),
                    rules.isEmpty() ? group.mode() : GroupMode.ONLY_LISTED,
                    defaults,
                    coverage.areas().stream()
                            .filter(area -> rules.containsKey(area.reference()))
                            .map(this::rule)
                            .toList(),
                    group.createdAt(),
                    group.version());
        }

        private Rule rule(Area area) {
            var words = rules.getOrDefault(area.reference(), List.of());
            return new Rule(area.id(), Effect.ALLOW, Access.ofWords(words));
        }
    }

    static Optional<Preset> of(String word) {
        return PRESETS.stream().filter(preset -> preset.word().equals(word)).findFirst();
    }

    /** Those that the reader may save: the groups of somebody limited have at least one rule. */
    static List<String> words(boolean limited) {
        return PRESETS.stream()
                .filter(preset -> !limited || !preset.rules().isEmpty())
                .map(Preset::word)
                .toList();
    }
}
