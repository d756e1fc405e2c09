package io.bailiwick.engine;

import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import io.bailiwick.model.IpAddress;
import io.bailiwick.model.PathSyntax;
import io.bailiwick.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks every gate of a subject, where a decision stops at the first closed one. The gates themselves are the same. */
final class Explainer {

    private final Subject subject;
    private final Policy policy;
    private final @Nullable String address;
    private final @Nullable UUID partner;
    private final List<GateFinding> gates = new ArrayList<>();

    Explainer(Subject subject, @Nullable String address, @Nullable UUID partner) {
        this.subject = subject;
        this.policy = subject.policy();
        this.address = address;
        this.partner = partner;
    }

    Explanation byPath(UUID application, String method, String path) {
        var decision = address == null
                ? subject.decide(application, method, path, partner)
                : subject.decide(application, method, path, address, partner);
        int scanned = PathSyntax.scan(path);
        if (scanned < 0) {
            var fault = PathSyntax.faultOf(scanned).reason();
            gates.add(GateFinding.closed(Gate.PATH, fault, "Ask for the path in its canonical form"));
            var unknown = GateFinding.notJudged(Gate.AREA, "A malformed path leads nowhere");
            return explanation(decision, null, unknown);
        }
        int segments = PathSyntax.segmentsOf(scanned);
        gates.add(GateFinding.open(
                Gate.PATH, "The path is well-formed and has " + segments + (segments == 1 ? " segment" : " segments")));
        var location = policy.locate(application, method, path).orElse(null);
        return explanation(decision, location, areaOf(application, method, path, location));
    }

    Explanation byArea(UUID id, Action action) {
        var decision =
                address == null ? subject.decide(id, action, partner) : subject.decide(id, action, address, partner);
        gates.add(GateFinding.notJudged(Gate.PATH, "An area was asked about, no path"));
        var area = policy.areaAt(id);
        if (area == null) {
            var unknown =
                    GateFinding.closed(Gate.AREA, Decision.UNKNOWN_AREA.reason(), "Ask about an area that exists");
            return explanation(decision, null, unknown);
        }
        var finding = GateFinding.open(
                Gate.AREA, "The area is `" + area.definition.name() + "`, the action " + action.word());
        return explanation(decision, new Location(area.definition, null, false, action), finding);
    }

    private GateFinding areaOf(UUID application, String method, String path, @Nullable Location location) {
        if (location == null || location.pattern() == null) {
            return policy.rootAt(application) == null
                    ? GateFinding.closed(
                            Gate.AREA, Decision.UNKNOWN_APPLICATION.reason(), "Ask about an application that exists")
                    : GateFinding.closed(
                            Gate.AREA, "No area covers `" + path + "`", "Add a path pattern that covers it to an area");
        }
        var how = "`" + location.pattern().pattern() + "` of the area `"
                + location.area().name() + "` "
                + (location.whole() ? "matches the whole path" : "covers the path from above");
        var action = location.action();
        return action == null
                ? GateFinding.closed(
                        Gate.AREA, how + ", but `" + method + "` has no action", "Use a method that has an action")
                : GateFinding.open(Gate.AREA, how + "; `" + method + "` is " + action.word());
    }

    private Explanation explanation(Decision decision, @Nullable Location location, GateFinding areaGate) {
        var area = location == null ? null : policy.areaAt(location.area().id());
        var action = location == null ? null : location.action();
        var groups = new ArrayList<GroupFinding>();
        if (area == null || action == null) {
            gates.add(statusGate());
            gates.add(networkGate());
            gates.add(areaGate);
            gates.add(GateFinding.notJudged(Gate.ROLE, "Without an area and an action there is nothing to judge"));
            gates.add(GateFinding.notJudged(Gate.GROUPS, "Without an area and an action there is nothing to judge"));
            gates.add(dataGate());
        } else if (area.isPublic) {
            gates.add(notAsked(Gate.STATUS, "public"));
            gates.add(notAsked(Gate.NETWORK, "public"));
            gates.add(areaGate);
            gates.add(notAsked(Gate.ROLE, "public"));
            gates.add(notAsked(Gate.GROUPS, "public"));
            gates.add(notAsked(Gate.DATA, "public"));
        } else {
            groups.addAll(groupsOf(area, action));
            gates.add(statusGate());
            gates.add(networkGate());
            gates.add(areaGate);
            gates.add(area.isPersonal ? notAsked(Gate.ROLE, "personal") : roleGate(area));
            gates.add(area.isPersonal ? notAsked(Gate.GROUPS, "personal") : groupsGate(area, action, groups));
            gates.add(dataGate());
        }
        return new Explanation(decision, location, gates, groups, subject.scope());
    }

    private static GateFinding notAsked(Gate gate, String kind) {
        return GateFinding.notJudged(gate, "A " + kind + " area does not ask this");
    }

    private List<GroupFinding> groupsOf(Area area, Action action) {
        var findings = new ArrayList<GroupFinding>();
        for (var definition : policy.definition().groups()) {
            var group = policy.groupAt(definition.id());
            if (group != null && subject.entitlements().key().groups().contains(definition.id())) {
                findings.add(GroupFinding.of(policy, group, area, action));
            }
        }
        return findings;
    }

    private GateFinding statusGate() {
        var closed = subject.standing().closedByStatus();
        if (closed == null) {
            return GateFinding.open(Gate.STATUS, "The user is active");
        }
        var user = subject.user();
        return GateFinding.closed(Gate.STATUS, closed.reason(), user == null ? "Sign in" : statusRemedy(user));
    }

    private static String statusRemedy(UserDefinition user) {
        return switch (user.status()) {
            case INVITED -> "The user accepts the invitation";
            case DISABLED -> "An Administrator enables the user";
            case ACTIVE -> "The user changes the password";
        };
    }

    private GateFinding networkGate() {
        if (address == null) {
            return GateFinding.notJudged(Gate.NETWORK, "No address was given");
        }
        var closed = subject.standing().closedByNetwork(address);
        if (closed == Decision.UNREADABLE_ADDRESS) {
            return GateFinding.closed(
                    Gate.NETWORK,
                    "`" + address + "` cannot be read as an address",
                    "Come from an address that can be read");
        }
        if (closed != null) {
            return GateFinding.closed(
                    Gate.NETWORK,
                    "`" + address + "` is not on the user's allow-list " + subject.network(),
                    "Add `" + address + "` to the user's allow-list");
        }
        var range = IpAddress.of(address).flatMap(subject.network()::rangeOf);
        return GateFinding.open(
                Gate.NETWORK,
                range.map(held -> "`" + address + "` is on the user's allow-list: `" + held + "`")
                        .orElse("The user's allow-list is empty"));
    }

    private GateFinding roleGate(Area area) {
        var key = subject.entitlements().key();
        var gate = area.definition.gate();
        var what = "The gate `" + gate.word() + "` of the area `" + area.definition.name() + "` is ";
        if (subject.entitlements().isRoleOpen(area)) {
            return GateFinding.open(
                    Gate.ROLE, what + "open to the role `" + key.role().word() + "`");
        }
        var remedy = gate.permission()
                .filter(permission -> permission.mayBeHeldBy(key.role()))
                .map(permission -> "Grant the user the permission `" + permission.word() + "`")
                .orElse("Give the user another role, or the area another gate");
        return GateFinding.closed(
                Gate.ROLE, what + "closed to the role `" + key.role().word() + "`", remedy);
    }

    private GateFinding groupsGate(Area area, Action action, List<GroupFinding> groups) {
        var entitlements = subject.entitlements();
        var closed = entitlements.closedByGroups(area, action);
        if (closed == null) {
            return GateFinding.open(
                    Gate.GROUPS,
                    groups.isEmpty()
                            ? "The user is in no group"
                            : "Allowed by "
                                    + names(groups.stream()
                                            .filter(GroupFinding::allows)
                                            .toList()));
        }
        if (closed == area.closedByUnknownGroup) {
            return GateFinding.closed(
                    Gate.GROUPS, closed.reason(), "Take the user out of the group that does not exist");
        }
        var place = action.word() + " in the area `" + area.definition.name() + "`";
        var denying = groups.stream().filter(GroupFinding::denies).toList();
        return denying.isEmpty()
                ? GateFinding.closed(
                        Gate.GROUPS, "No group of the user allows " + place, "Let one of the user's groups allow it")
                : GateFinding.closed(
                        Gate.GROUPS,
                        "Denied by " + names(denying) + ": " + place,
                        "Take away what denies it, or take the user out of " + names(denying));
    }

    private static String names(List<GroupFinding> groups) {
        return String.join(
                ", ",
                groups.stream()
                        .map(finding -> "`" + finding.group().name() + "`")
                        .toList());
    }

    private GateFinding dataGate() {
        if (partner == null) {
            return GateFinding.open(Gate.DATA, "No single partner's data is concerned; lists show " + shown());
        }
        if (subject.standing().isInSight(partner)) {
            return GateFinding.open(Gate.DATA, "The partner is switched on and in the user's scope: " + shown());
        }
        var known = policy.partnerAt(partner);
        if (known == null) {
            return GateFinding.closed(Gate.DATA, "There is no such partner", "Ask about a partner that exists");
        }
        return known.on()
                ? GateFinding.closed(
                        Gate.DATA,
                        "The partner `" + known.key() + "` is not in the user's scope: " + shown(),
                        "Widen the user's data access, or change the reseller")
                : GateFinding.closed(
                        Gate.DATA, "The partner `" + known.key() + "` is switched off", "Switch the partner on");
    }

    private String shown() {
        var scope = subject.scope();
        return switch (scope.mode()) {
            case NONE -> "no partner's data";
            case ALL -> scope.reseller() == null ? "all data" : "the data of the reseller's partners";
            case SELECTED -> selected(scope);
        };
    }

    private static String selected(Scope scope) {
        return "the data of " + scope.partners().size() + " selected partner"
                + (scope.partners().size() == 1 ? "" : "s");
    }
}
