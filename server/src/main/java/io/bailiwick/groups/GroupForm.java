package io.bailiwick.groups;

import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a group.
 *
 * @param name 1 to 100 characters, unique in the account, compared without case
 * @param mode `only-listed` or `exceptions`; a new group may leave it out and has the first
 * @param defaultAccess the actions' words; a new group may leave it out and has all four
 * @param rules its rules; none when left out
 */
public record GroupForm(
        @Nullable String name,
        @OneOf(GroupMode.class) @Nullable String mode,
        @OneOf(Action.class) @Nullable List<@Nullable String> defaultAccess,
        @Nullable List<@Nullable RuleForm> rules) {
    /**
     * One rule.
     *
     * @param area the area's id, or {@code <application key>/<name>}
     * @param access the actions' words; an empty list is legal
     * @param effect `allow` or `deny`
     */
    public record RuleForm(
            @Nullable String area,
            @OneOf(Action.class) @Nullable List<@Nullable String> access,
            @OneOf(Effect.class) @Nullable String effect) {}

    static GroupForm of(Group group) {
        return new GroupForm(
                group.name(),
                group.mode().word(),
                List.copyOf(group.defaultAccess().words()),
                group.rules().stream().map(GroupForm::of).toList());
    }

    static RuleForm of(Group.Rule rule) {
        return new RuleForm(
                rule.area().toString(),
                List.copyOf(rule.access().words()),
                rule.effect().word());
    }
}
