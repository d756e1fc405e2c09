package io.bailiwick.areas;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;

/** The guard rail that structure belongs to unrestricted Administrators. */
final class Structure {
    private Structure() {}

    /** Requires an unrestricted Administrator. */
    static void require(Guard guard, Actor actor) {
        if (!guard.isUnrestricted(actor)) {
            throw new Refusal.Beyond(
                    "Applications and areas are changed by Administrators without a group and without a reseller.");
        }
    }
}
