package io.bailiwick.conformance;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A scope written out: the partners of the world that are in it, and whether rows without a partner are. Two scopes are
 * the same when they show the same, however they are written. Whether a partner is switched off does not matter here.
 */
public record Sight(SortedSet<String> partners, boolean withoutPartner) {

    /** Copies the set. */
    public Sight {
        partners = Collections.unmodifiableSortedSet(new TreeSet<>(partners));
    }

    /** Of these partners. */
    public static Sight of(Collection<String> partners, boolean withoutPartner) {
        return new Sight(new TreeSet<>(partners), withoutPartner);
    }

    /** Whether everything seen here is seen there. */
    public boolean within(Sight other) {
        return other.partners.containsAll(partners) && (other.withoutPartner || !withoutPartner);
    }
}
