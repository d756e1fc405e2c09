package io.bailiwick.decisions;

import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.Decision;
import io.bailiwick.engine.Explanation;
import io.bailiwick.engine.GateFinding;
import io.bailiwick.engine.Subject;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Gate;
import io.bailiwick.model.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some areas of the panel are about the whole account: to whoever has a reseller they are closed at the gate `role`, an
 * Administrator too, whatever the groups allow. The engine knows nothing of it, since no other application has such areas.
 */
final class AboveResellers {
    private AboveResellers() {}

    /** What was decided about an area of the panel, with this in mind. */
    static Decision decided(PanelArea area, Person person, Decision decision) {
        return area.isAboveResellers() && person.row().reseller() != null && isLater(decision.gate())
                ? denied(area)
                : decision;
    }

    /** What was decided about a path of some application, with this in mind. */
    static Decision decided(Panel panel, Person person, Place place, Decision decision) {
        return person.row().reseller() == null || !place.application().isBuiltIn() || !isLater(decision.gate())
                ? decision
                : panel.policy()
                        .locate(place.application().id(), place.method(), place.path())
                        .flatMap(found -> denial(panel, person.row().reseller(), found.area()))
                        .orElse(decision);
    }

    /** What closes an area to whoever has this reseller, whatever the role and groups say; empty when nothing of this does. */
    static Optional<Decision> denial(Panel panel, @Nullable UUID reseller, AreaDefinition area) {
        return reseller == null ? Optional.empty() : closed(panel, area).map(AboveResellers::denied);
    }

    /** What was explained, with this in mind. */
    static Explanation explained(Panel panel, Subject subject, Explanation explanation) {
        var place = explanation.location();
        var user = subject.user();
        var closed = place == null || user == null
                ? Optional.<Decision>empty()
                : denial(panel, user.reseller(), place.area());
        if (closed.isEmpty()) {
            return explanation;
        }
        var denied = closed.get();
        var decision = isLater(explanation.decision().gate()) ? denied : explanation.decision();
        var gates = explanation.gates().stream()
                .map(finding -> finding.gate() == Gate.ROLE
                        ? new GateFinding(
                                Gate.ROLE,
                                GateFinding.State.CLOSED,
                                denied.reason(),
                                "Ask an Administrator who has no reseller to do it")
                        : finding)
                .toList();
        return new Explanation(decision, place, gates, explanation.groups(), explanation.scope());
    }

    /** The ids of the areas that are closed to whoever has a reseller. */
    static Set<UUID> areas(Panel panel) {
        return panel.areas().entrySet().stream()
                .filter(entry -> entry.getKey().isAboveResellers())
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the first closed gate, or none, comes no earlier than the gate `role`. */
    private static boolean isLater(@Nullable Gate gate) {
        return gate == null || gate.compareTo(Gate.ROLE) >= 0;
    }

    private static Optional<PanelArea> closed(Panel panel, AreaDefinition area) {
        return panel.areas().entrySet().stream()
                .filter(entry -> entry.getValue().equals(area.id()))
                .map(Map.Entry::getKey)
                .filter(PanelArea::isAboveResellers)
                .findFirst();
    }

    private static Decision denied(PanelArea area) {
        return new Decision(
                false,
                Gate.ROLE,
                "The area `" + area.title() + "` is closed to whoever has a reseller",
                Scope.NONE,
                null);
    }

    /** What a request asks for, as it stood on the wire. */
    record Place(ApplicationDefinition application, String method, String path) {}
}
