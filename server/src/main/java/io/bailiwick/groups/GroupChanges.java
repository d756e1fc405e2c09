package io.bailiwick.groups;

import io.bailiwick.kernel.Change;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A group in the record of changes. */
final class GroupChanges {
    private GroupChanges() {}

    static Change.Item item(@Nullable Group before, @Nullable Group after) {
        var group = after == null ? Objects.requireNonNull(before) : after;
        return new Change.Item("group", group.id().value(), group.name(), fields(before), fields(after));
    }

    private static Map<String, ?> fields(@Nullable Group group) {
        return group == null
                ? Map.of()
                : Map.of(
                        "name", group.name(),
                        "mode", group.mode().word(),
                        "defaultAccess", group.defaultAccess().words(),
                        "rules", group.rules().stream().map(GroupForm::of).toList());
    }
}
