package io.bailiwick.model;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which partners' data a user was given to see, before a reseller narrows it: none, all, or the selected ones. */
public sealed interface DataAccess {

    /** No partner's data. */
    DataAccess NONE = new None();

    /** Every partner's data. */
    DataAccess ALL = new All();

    /** The data of these partners; no partner at all means none. */
    static DataAccess of(Set<UUID> partners) {
        return partners.isEmpty() ? NONE : new Selected(partners);
    }

    /** What a user of the role has when nothing was chosen: an Administrator all, everybody else none. */
    static DataAccess defaultFor(Role role) {
        return role == Role.ADMINISTRATOR ? ALL : NONE;
    }

    /** The word on the wire: {@code none}, {@code all} or {@code selected}. */
    String mode();

    /**
     * Why a user of the role may not have it: an Administrator has all, a Partner exactly one selected partner, a Normal
     * user any.
     *
     * @return a sentence for a person, or empty when the role may have it
     */
    default Optional<String> problemFor(Role role) {
        return switch (role) {
            case ADMINISTRATOR ->
                this instanceof All
                        ? Optional.empty()
                        : Optional.of("An Administrator sees the data of all partners; there is nothing to choose");
            case NORMAL -> Optional.empty();
            case PARTNER ->
                this instanceof Selected selected && selected.partners().size() == 1
                        ? Optional.empty()
                        : Optional.of("A Partner user sees the data of exactly one partner: select it");
        };
    }

    /** No partner's data. */
    record None() implements DataAccess {
        @Override
        public String mode() {
            return "none";
        }
    }

    /** Every partner's data. */
    record All() implements DataAccess {
        @Override
        public String mode() {
            return "all";
        }
    }

    /**
     * The data of some partners.
     *
     * @param partners their ids; at least one
     */
    record Selected(Set<UUID> partners) implements DataAccess {

        /** Selected partners. */
        public Selected {
            partners = Set.copyOf(partners);
            if (partners.isEmpty()) {
                throw new InvalidValue("Select at least one partner");
            }
        }

        @Override
        public String mode() {
            return "selected";
        }
    }
}
