package io.bailiwick.partners;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose data an actor sees at this moment, as a statement asks for it: what the actor was given, narrowed to the reseller
 * and to partners that are switched on. A statement with {@link #parameters()} has, of a row that belongs to `partner`:
 *
 * <pre>{@code
 * (:everything and (partner is null or partner <> all(:hidden)) or partner = any(:partners))
 * }</pre>
 *
 * @param everything whether all rows are seen, those without a partner included, but for the hidden ones
 * @param partners whose rows are seen; empty when everything is
 * @param hidden whose rows nobody sees, for they are switched off; empty unless everything is seen
 */
public record Sight(boolean everything, Set<UUID> partners, Set<UUID> hidden) {
    /** Nobody's data. */
    public static final Sight NOTHING = new Sight(false, Set.of(), Set.of());

    public Sight {
        partners = Set.copyOf(partners);
        hidden = Set.copyOf(hidden);
    }

    /** Whether a row of that partner is seen, or one of nobody when it is null. */
    public boolean holds(@Nullable UUID partner) {
        return partner == null ? everything : everything && !hidden.contains(partner) || partners.contains(partner);
    }

    /** Whether nothing is seen at all. */
    public boolean isEmpty() {
        return !everything && partners.isEmpty();
    }

    /** The same, of one partner alone; nothing when that one is not seen. */
    public Sight of(UUID partner) {
        return holds(partner) ? new Sight(false, Set.of(partner), Set.of()) : NOTHING;
    }

    /** As statements name them: {@code everything}, {@code partners} and {@code hidden}. */
    public Map<String, Object> parameters() {
        return Map.of(
                "everything", everything,
                "partners", partners.toArray(UUID[]::new),
                "hidden", hidden.toArray(UUID[]::new));
    }
}
