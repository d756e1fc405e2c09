package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one group says of each area, with rules on areas above counted. */
final class Standing {
    private final Coverage coverage;
    private final OwnRules rules;
    private final Access defaults;

    Standing(Coverage coverage, Group group) {
        this.coverage = coverage;
        this.rules = new OwnRules(group);
        this.defaults = group.defaultsCount() ? group.defaultAccess() : Access.NONE;
    }

    /** The rules themselves. */
    OwnRules rules() {
        return rules;
    }

    /** What it allows everywhere. */
    Access defaults() {
        return defaults;
    }

    /** What its allow rules cover. */
    Access listed(AreaId area) {
        return union(coverage.covering(Effect.ALLOW, area), rules.of(Effect.ALLOW));
    }

    /** What it allows: by its rules, and by default where that counts. */
    Access allowed(AreaId area) {
        return defaults.union(listed(area));
    }

    /** What it denies. */
    Access denied(AreaId area) {
        return union(coverage.covering(Effect.DENY, area), rules.of(Effect.DENY));
    }

    /** What comes of both: a deny wins. */
    Access result(AreaId area) {
        return allowed(area).minus(denied(area));
    }

    /** The names of the other areas whose rules cover this one. */
    Set<String> from(AreaId area) {
        var names = new TreeSet<String>();
        Stream.concat(
                        coverage.covering(Effect.ALLOW, area).stream().filter(rules.of(Effect.ALLOW)::containsKey),
                        coverage.covering(Effect.DENY, area).stream().filter(rules.of(Effect.DENY)::containsKey))
                .filter(above -> !above.equals(area))
                .map(coverage::area)
                .forEach(above -> {
                    if (above != null) {
                        names.add(above.name());
                    }
                });
        return names;
    }

    private static Access union(Set<AreaId> covering, Map<AreaId, Access> rules) {
        var access = Access.NONE;
        for (var area : covering) {
            access = access.union(rules.getOrDefault(area, Access.NONE));
        }
        return access;
    }
}
