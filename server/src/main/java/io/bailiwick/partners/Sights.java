package io.bailiwick.partners;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Whose data an actor sees: lists, totals, searches, exports and ids are all narrowed by this one answer. It knows what the
 * guard knows and which partners are switched on.
 */
@Service
public class Sights {
    private final Guard guard;
    private final SightStore store;

    Sights(Guard guard, SightStore store) {
        this.guard = guard;
        this.store = store;
    }

    /** Whose data the actor sees. */
    public Sight of(Actor actor) {
        var account = actor.account();
        var scope = guard.visible(actor);
        var reseller = scope.reseller();
        return switch (scope.mode()) {
            case NONE -> Sight.NOTHING;
            case ALL ->
                reseller == null
                        ? new Sight(true, Set.of(), store.off(account))
                        : new Sight(false, store.of(account, reseller), Set.of());
            case SELECTED -> new Sight(false, store.on(account, scope.partners()), Set.of());
        };
    }

    /** The partner with this id or key, when the actor sees its data. */
    public Optional<SeenPartner> find(Actor actor, String idOrKey) {
        var sight = of(actor);
        return store.find(actor.account(), idOrKey).filter(partner -> sight.holds(partner.id()));
    }

    /** Those of the partners with these ids whose data the actor sees, by name. */
    public List<SeenPartner> withIds(Actor actor, Collection<UUID> ids) {
        return store.withIds(actor.account(), of(actor), ids);
    }

    /** The first partners by name, of those whose data the actor sees and whose name or key holds the words. */
    public List<SeenPartner> matching(Actor actor, String q, int most) {
        return store.matching(actor.account(), of(actor), q, most);
    }

    /** How many partners' data the actor sees, of those whose name or key holds the words. */
    public long count(Actor actor, String q) {
        return store.count(actor.account(), of(actor), q);
    }
}
