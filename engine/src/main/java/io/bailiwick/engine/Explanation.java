package io.bailiwick.engine;

import io.bailiwick.model.Gate;
import io.bailiwick.model.Scope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision, laid open.
 *
 * @param decision what was decided
 * @param location the area, pattern and action that were judged; null when there is no area. Asked by area and action, it
 *     has no pattern
 * @param gates all seven gates in their order
 * @param groups what each of the user's groups says; empty when there is no area or action
 * @param scope whose data the user sees, allowed or not
 */
public record Explanation(
        Decision decision,
        @Nullable Location location,
        List<GateFinding> gates,
        List<GroupFinding> groups,
        Scope scope) {

    /** An explanation. */
    public Explanation {
        gates = List.copyOf(gates);
        groups = List.copyOf(groups);
    }

    /** How a gate stands. */
    public GateFinding gate(Gate gate) {
        return gates.get(gate.ordinal());
    }

    /** What would have to change for the request to be allowed; empty when it is. */
    public List<String> remedies() {
        return gates.stream().map(GateFinding::remedy).filter(Objects::nonNull).toList();
    }
}
