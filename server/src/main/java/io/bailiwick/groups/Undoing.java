package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.groups.Group.Rule;
import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what one change did to a group, on the group as it is by now. What others changed since stays: of a rule only the
 * actions go or come back that the change itself had added or taken away. What does not fit any more is told.
 */
final class Undoing {
    private final Coverage coverage;
    private final GroupState before;
    private final GroupState after;
    private final List<Misfit> misfits = new ArrayList<>();

    Undoing(Coverage coverage, GroupState before, GroupState after) {
        this.coverage = coverage;
        this.before = before;
        this.after = after;
    }

    /**
     * What cannot be undone.
     *
     * @param why {@code area}: it is gone; {@code rule}: it was taken out since; {@code name}: it was renamed since
     * @param rule which rule; null for the name
     */
    record Misfit(String why, GroupState.@Nullable Key rule) {}

    /** What came of it: {@code group} is the group as it would be. */
    record Undone(Group group, List<Misfit> misfits) {}

    /** The group without that change. */
    Undone of(Group now) {
        var rules = new LinkedHashMap<GroupState.Key, Access>(
                Objects.requireNonNull(GroupState.of(now).rules()));
        undoRules(rules);
        var group = new Group(
                now.id(),
                name(now.name()),
                mode(now.mode()),
                defaults(now.defaultAccess()),
                rules.entrySet().stream()
                        .map(rule -> rule(rule.getKey(), rule.getValue()))
                        .toList(),
                now.createdAt(),
                now.version());
        return new Undone(group, List.copyOf(misfits));
    }

    private String name(String now) {
        var was = before.name();
        var became = after.name();
        if (was == null || became == null || was.equals(became) || now.equals(was)) {
            return now;
        }
        if (!now.equals(became)) {
            misfits.add(new Misfit("name", null));
            return now;
        }
        return was;
    }

    private GroupMode mode(GroupMode now) {
        var was = before.mode();
        return was == null || was.equals(after.mode()) ? now : GroupMode.of(was).orElse(now);
    }

    private Access defaults(Access now) {
        var was = before.defaults();
        var became = after.defaults();
        return was == null || became == null ? now : undone(now, was, became);
    }

    private void undoRules(Map<GroupState.Key, Access> now) {
        var was = before.rules();
        var became = after.rules();
        if (was == null || became == null) {
            return;
        }
        var keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(became.keySet());
        for (var key : keys) {
            if (!Objects.equals(was.get(key), became.get(key))) {
                undo(now, key, was.get(key), became.get(key));
            }
        }
    }

    private void undo(
            Map<GroupState.Key, Access> now, GroupState.Key key, @Nullable Access was, @Nullable Access became) {
        var is = now.get(key);
        if (was == null) {
            if (is != null) {
                put(now, key, undone(is, Access.NONE, became), is.equals(became));
            }
        } else if (became == null) {
            if (isThere(key)) {
                now.put(key, is == null ? was : is.union(was));
            } else {
                misfits.add(new Misfit("area", key));
            }
        } else if (is != null) {
            now.put(key, undone(is, was, became));
        } else if (!was.minus(became).isEmpty()) {
            misfits.add(new Misfit(isThere(key) ? "rule" : "area", key));
        }
    }

    /** A rule that the change had made goes with its last action, or as it had been made. */
    private static void put(Map<GroupState.Key, Access> now, GroupState.Key key, Access access, boolean isAsMade) {
        if (access.isEmpty() || isAsMade) {
            now.remove(key);
        } else {
            now.put(key, access);
        }
    }

    private static Access undone(Access now, Access was, @Nullable Access became) {
        var made = became == null ? Access.NONE : became;
        return now.union(was.minus(made)).minus(made.minus(was));
    }

    private boolean isThere(GroupState.Key key) {
        return coverage.area(id(key)) != null;
    }

    private static Rule rule(GroupState.Key key, Access access) {
        return new Rule(id(key), Effect.of(key.effect()).orElseThrow(), access);
    }

    private static AreaId id(GroupState.Key key) {
        return new AreaId(UUID.fromString(key.area()));
    }
}
