package io.bailiwick.groups;

import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a group as they were or are; null where the record of a change does not speak of them.
 *
 * @param mode the mode's word
 */
record GroupState(
        @Nullable String name,
        @Nullable String mode,
        @Nullable Access defaults,
        @Nullable Map<Key, Access> rules) {
    GroupState {
        rules = rules == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** What makes a rule the same one: the id of its area, and the word of its effect. */
    record Key(String area, String effect) {}

    static GroupState of(Group group) {
        var rules = new LinkedHashMap<Key, Access>();
        group.rules()
                .forEach(rule ->
                        rules.put(new Key(rule.area().toString(), rule.effect().word()), rule.access()));
        return new GroupState(group.name(), group.mode().word(), group.defaultAccess(), rules);
    }

    /** As it stands in the record of changes. */
    static GroupState of(Map<String, @Nullable Object> fields) {
        return new GroupState(
                fields.get("name") instanceof String name ? name : null,
                fields.get("mode") instanceof String mode ? mode : null,
                fields.get("defaultAccess") instanceof List<?> words ? access(words) : null,
                fields.get("rules") instanceof List<?> rules ? rules(rules) : null);
    }

    private static Map<Key, Access> rules(List<?> recorded) {
        var rules = new LinkedHashMap<Key, Access>();
        for (var each : recorded) {
            if (each instanceof Map<?, ?> rule && rule.get("access") instanceof List<?> words) {
                rules.put(new Key(String.valueOf(rule.get("area")), String.valueOf(rule.get("effect"))), access(words));
            }
        }
        return rules;
    }

    private static Access access(List<?> words) {
        var actions = new ArrayList<Action>();
        words.forEach(word -> Action.of(String.valueOf(word)).ifPresent(actions::add));
        return Access.of(actions);
    }
}
