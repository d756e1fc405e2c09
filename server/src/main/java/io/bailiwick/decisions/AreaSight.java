package io.bailiwick.decisions;

import io.bailiwick.engine.Entitlements;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which areas may be named to somebody who has not named them himself: all of them, when he may list areas; otherwise those
 * in which something is open to him.
 *
 * @param own what is open to him
 * @param all whether he may list areas
 */
record AreaSight(Entitlements own, boolean all) implements Predicate<UUID> {

    static AreaSight of(Panel panel, Person person) {
        var own = person.subject().entitlements();
        var closed = PanelArea.AREAS.isAboveResellers() && person.row().reseller() != null;
        return new AreaSight(own, !closed && own.allows(panel.area(PanelArea.AREAS), Action.READ));
    }

    @Override
    public boolean test(UUID area) {
        return all || !own.allowed(area).isEmpty();
    }
}
