package io.bailiwick.decisions;

import io.bailiwick.model.Gate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many requests were allowed and refused, for monitoring: {@code bailiwick_decisions_total}, by who asked and by the
 * gate that was closed. All counters stand from the start, so that counting makes nothing and a first refusal is a rise.
 */
@Component
class DecisionCounts {
    private final ByGate panel;
    private final ByGate proxies;

    DecisionCounts(MeterRegistry meters) {
        panel = new ByGate(meters, "panel");
        proxies = new ByGate(meters, "proxy");
    }

    /** Requests to the panel itself. */
    ByGate panel() {
        return panel;
    }

    /** Requests that proxies asked about. */
    ByGate proxies() {
        return proxies;
    }

    /** The counters of one that asks. */
    static final class ByGate {
        private final Counter allowed;
        private final Counter otherwise;
        private final Map<Gate, Counter> closed = new EnumMap<>(Gate.class);

        private ByGate(MeterRegistry meters, String asked) {
            allowed = counter(meters, asked, "allowed", "none");
            otherwise = counter(meters, asked, "denied", "none");
            for (var gate : Gate.values()) {
                closed.put(gate, counter(meters, asked, "denied", gate.word()));
            }
        }

        private static Counter counter(MeterRegistry meters, String asked, String answer, String gate) {
            return Counter.builder("bailiwick.decisions")
                    .description("Requests that were judged")
                    .tag("asked", asked)
                    .tag("answer", answer)
                    .tag("gate", gate)
                    .register(meters);
        }

        void allowed() {
            allowed.increment();
        }

        /** @param gate the gate that was closed; null when it is refused for another reason */
        void denied(@Nullable Gate gate) {
            (gate == null ? otherwise : closed.getOrDefault(gate, otherwise)).increment();
        }
    }
}
