package io.bailiwick.model;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose data a user sees: what a decision carries for whoever serves a collection.
 *
 * <p>Whether a partner is switched on is not part of it.
 *
 * @param mode none, all, or the selected partners
 * @param partners the partners seen, already narrowed to those of the reseller; empty unless the mode is selected
 * @param reseller in mode all: only partners of this reseller; in every mode: the reseller of the user, if there is one
 */
public record Scope(Mode mode, Set<UUID> partners, @Nullable UUID reseller) {

    /** Nobody's data. */
    public static final Scope NONE = new Scope(Mode.NONE, Set.of(), null);

    /** Everybody's data, rows without a partner included. */
    public static final Scope ALL = new Scope(Mode.ALL, Set.of(), null);

    /** How much of the data is seen. */
    public enum Mode {
        /** Nothing. */
        NONE,
        /** All of it, or all of one reseller. */
        ALL,
        /** That of the partners listed. */
        SELECTED;

        private final String word = Words.wordOf(this);

        /** The mode that a word names. */
        public static Optional<Mode> of(String word) {
            return Words.find(values(), Mode::word, word);
        }

        /** The word on the wire. */
        public String word() {
            return word;
        }
    }

    /** A scope. */
    public Scope {
        partners = Set.copyOf(partners);
        if ((mode == Mode.SELECTED) == partners.isEmpty()) {
            throw new IllegalArgumentException("only a selection lists partners, and it lists at least one");
        }
    }

    /**
     * Whether it takes in a partner.
     *
     * @param partner the partner's id
     * @param resellerOfPartner the reseller that the partner belongs to, if it belongs to one
     */
    public boolean holds(UUID partner, @Nullable UUID resellerOfPartner) {
        return switch (mode) {
            case NONE -> false;
            case ALL -> reseller == null || reseller.equals(resellerOfPartner);
            case SELECTED -> partners.contains(partner);
        };
    }

    /** Whether rows that belong to no partner are seen: only with all and no reseller. */
    public boolean holdsRowsWithoutPartner() {
        return mode == Mode.ALL && reseller == null;
    }
}
