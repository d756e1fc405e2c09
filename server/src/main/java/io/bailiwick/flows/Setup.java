package io.bailiwick.flows;

import io.bailiwick.accounts.Changes;
import io.bailiwick.flows.Listing.After;
import io.bailiwick.flows.Listing.Row;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.partners.Sights;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is common to all that the engine is set up with: who sees it, how it is recorded, how it is listed. */
@Component
class Setup {
    private final Sights sights;
    private final EngineStore engines;
    private final Changes changes;
    private final Listing listing;

    Setup(Sights sights, EngineStore engines, Changes changes, Listing listing) {
        this.sights = sights;
        this.engines = engines;
        this.changes = changes;
        this.listing = listing;
    }

    /** What can be set up. */
    enum Kind {
        ENDPOINT,
        ACCESS_POINT,
        DATA_FLOW;

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the actor sees what belongs to no partner. */
    boolean seesEverything(Actor actor) {
        return sights.of(actor).everything();
    }

    void requireEverything(Actor actor) {
        if (!seesEverything(actor)) {
            throw new Refusal.Beyond(
                    "Endpoints, access points and the engine serve all partners: only who sees the data"
                            + " of all of them sets them up.");
        }
    }

    static void requireUnused(String name, long flows) {
        if (flows > 0) {
            throw Refusal.Conflict.rail("`" + name + "` cannot be deleted: "
                    + (flows == 1 ? "a data flow uses it." : flows + " data flows use it.")
                    + " Change or delete " + (flows == 1 ? "that one" : "these") + " first.");
        }
    }

    /** Notes that something the engine does not run with yet was done, by whom and to what. */
    void record(
            Actor actor, Kind kind, String verb, UUID id, String name, Map<String, ?> before, Map<String, ?> after) {
        engines.edited(actor.account());
        var item = new Change.Item(kind.word(), id, name, before, after);
        changes.record(actor, Change.of(kind.word() + "." + verb, new Change.Reach.Nobody(), item));
    }

    <T> Page<T> page(
            Actor actor,
            String list,
            String field,
            PageRequest request,
            Function<@Nullable After, List<Row<T>>> rows,
            long total) {
        return listing.page(actor, list, field, request, rows, total);
    }
}
