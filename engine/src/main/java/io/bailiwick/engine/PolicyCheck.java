package io.bailiwick.engine;

import io.bailiwick.model.PathPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Finds everything that is wrong with a definition. */
final class PolicyCheck {

    private final PolicyDefinition definition;
    private final List<PolicyProblem> problems = new ArrayList<>();

    PolicyCheck(PolicyDefinition definition) {
        this.definition = definition;
    }

    List<PolicyProblem> problems() {
        unique(definition.applications(), ApplicationDefinition::id, ApplicationDefinition::id, "application");
        unique(definition.applications(), ApplicationDefinition::key, ApplicationDefinition::id, "application");
        unique(definition.areas(), AreaDefinition::id, AreaDefinition::id, "area");
        unique(definition.areas(), area -> List.of(area.application(), area.name()), AreaDefinition::id, "area");
        unique(definition.groups(), GroupDefinition::id, GroupDefinition::id, "group");
        unique(definition.partners(), PartnerDefinition::id, PartnerDefinition::id, "partner");
        unique(definition.partners(), PartnerDefinition::key, PartnerDefinition::id, "partner");
        applications();
        rules();
        collisions();
        return List.copyOf(problems);
    }

    private <T, K> void unique(List<T> all, Function<T, K> key, Function<T, UUID> id, String kind) {
        var seen = new HashSet<K>();
        for (var one : all) {
            if (!seen.add(key.apply(one))) {
                add(PolicyProblem.Kind.DUPLICATE, id.apply(one), "There are two of the " + kind + " " + nameOf(one));
            }
        }
    }

    private void applications() {
        var applications = new HashMap<UUID, ApplicationDefinition>();
        definition.applications().forEach(application -> applications.put(application.id(), application));
        for (var area : definition.areas()) {
            var application = applications.get(area.application());
            if (application == null) {
                var message = "The area " + nameOf(area) + " belongs to an application that does not exist";
                add(PolicyProblem.Kind.UNKNOWN_APPLICATION, area.id(), message);
            } else if (area.gate().isBuiltInOnly() && !application.isBuiltIn()) {
                var message = "The gate `" + area.gate().word() + "` of the area " + nameOf(area)
                        + " exists in the built-in application only";
                add(PolicyProblem.Kind.RESERVED_GATE, area.id(), message);
            }
        }
    }

    private void rules() {
        var areas = new HashSet<UUID>();
        definition.areas().forEach(area -> areas.add(area.id()));
        for (var group : definition.groups()) {
            for (var rule : group.rules()) {
                if (!areas.contains(rule.area())) {
                    var message = "A rule of the group " + nameOf(group) + " names the area `" + rule.area()
                            + "`, which does not exist";
                    add(PolicyProblem.Kind.UNKNOWN_AREA, group.id(), message);
                }
            }
        }
    }

    /** Only patterns whose segments are alike save for the text of part-literals need to be compared in pairs. */
    private void collisions() {
        var alike = new HashMap<List<Object>, List<Placed>>();
        for (var area : definition.areas()) {
            for (var pattern : area.patterns()) {
                var placed = new Placed(area, pattern.pattern());
                var others = alike.computeIfAbsent(placed.shape(), shape -> new ArrayList<>());
                others.stream().filter(placed::collidesWith).findFirst().ifPresent(other -> collision(other, placed));
                others.add(placed);
            }
        }
    }

    private void collision(Placed one, Placed other) {
        var message =
                "`" + other.pattern + "` of the area " + nameOf(other.area) + " collides with `" + one.pattern + "` of "
                        + (one.area == other.area ? "the same area" : "the area " + nameOf(one.area))
                        + ": some path matches both, and neither is the better match";
        add(PolicyProblem.Kind.COLLIDING_PATTERNS, other.area.id(), message);
    }

    private void add(PolicyProblem.Kind kind, UUID about, String message) {
        problems.add(new PolicyProblem(kind, about, message));
    }

    private static String nameOf(Object definition) {
        return "`"
                + switch (definition) {
                    case ApplicationDefinition application -> application.key();
                    case AreaDefinition area -> area.name();
                    case GroupDefinition group -> group.name();
                    case PartnerDefinition partner -> partner.key();
                    default -> definition.toString();
                }
                + "`";
    }

    private record Placed(AreaDefinition area, PathPattern pattern) {

        boolean collidesWith(Placed other) {
            return pattern.collidesWith(other.pattern);
        }

        List<Object> shape() {
            var shape = new ArrayList<Object>();
            shape.add(area.application());
            for (var segment : pattern.segments()) {
                switch (segment.kind()) {
                    case LITERAL -> shape.add(segment.prefix());
                    case PART_LITERAL, PARAMETER -> shape.add(segment.rank());
                }
            }
            return shape;
        }
    }
}
