package io.bailiwick.areas;

import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.OpenApiImports.Preview;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.tokens.Confirmations;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of an import; documents are read before, so that no lock is held over that. */
@Component
class ImportWriter {
    private final AreaStore areas;
    private final ApplicationStore applications;
    private final DraftStore drafts;
    private final Rules rules;
    private final Changes changes;
    private final Confirmations confirmations;
    private final Guard guard;

    ImportWriter(
            AreaStore areas,
            ApplicationStore applications,
            DraftStore drafts,
            Rules rules,
            Changes changes,
            Confirmations confirmations,
            Guard guard) {
        this.areas = areas;
        this.applications = applications;
        this.drafts = drafts;
        this.rules = rules;
        this.changes = changes;
        this.confirmations = confirmations;
        this.guard = guard;
    }

    @Transactional
    public UUID keep(Actor actor, ApplicationId application, Outline outline) {
        var id = Ids.next();
        drafts.insert(actor.account(), id, application, outline);
        return id;
    }

    @Transactional(readOnly = true)
    public Outline draft(Actor actor, ApplicationId application, UUID draft) {
        return drafts.find(actor.account(), draft, application)
                .orElseThrow(() ->
                        new Refusal.Gone("This import was looked at for more than an hour. Send the document again."));
    }

    @Transactional
    public Preview preview(Actor actor, ApplicationId id, Outline outline) {
        var revision = changes.lock(actor.account());
        var ruled = ruled(actor, id);
        var report = ImportComparison.of(plan(actor, id, outline, ruled), ruled);
        try {
            requireConfirmed(actor, revision, report, null);
            return new Preview(report, null);
        } catch (Refusal.Unconfirmed unconfirmed) {
            return new Preview(report, unconfirmed.token());
        }
    }

    @Transactional
    public ImportReport apply(
            Actor actor, ApplicationId id, Outline outline, @Nullable Long expected, @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        Structure.require(guard, actor);
        var application = applications.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("application"));
        Refusal.Stale.check(expected, application.version());
        var ruled = ruled(actor, id);
        var plan = plan(actor, id, outline, ruled);
        var report = ImportComparison.of(plan, ruled);
        requireConfirmed(actor, revision, report, confirm);
        store(actor, plan);
        return report.identified(plan.after());
    }

    private ImportPlan.Result plan(Actor actor, ApplicationId id, Outline outline, Set<AreaId> ruled) {
        var application = applications.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("application"));
        return ImportPlan.of(application, areas.of(actor.account(), id), ruled, outline);
    }

    private Set<AreaId> ruled(Actor actor, ApplicationId application) {
        var ids = areas.of(actor.account(), application).stream().map(Area::id).toList();
        return rules.naming(actor.account(), ids).stream()
                .map(Rules.Naming::area)
                .collect(Collectors.toSet());
    }

    private void requireConfirmed(Actor actor, Revision revision, ImportReport report, @Nullable String confirm) {
        if (report.needsConfirmation()) {
            confirmations.require(actor, revision, report.warning(), report, confirm);
        }
    }

    private void store(Actor actor, ImportPlan.Result plan) {
        var before = plan.before().stream().collect(Collectors.toMap(Area::id, Function.identity()));
        var kept = plan.after().stream().map(Area::id).collect(Collectors.toSet());
        var items = new ArrayList<Change.Item>();
        // Paths that move would stand in two areas for a moment; what goes, goes first.
        plan.before().stream().filter(area -> !kept.contains(area.id())).forEach(area -> {
            areas.delete(actor.account(), area.id());
            items.add(item(area, Areas.fields(area), Map.of()));
        });
        for (var area : plan.after()) {
            var was = before.get(area.id());
            if (was == null) {
                areas.insert(actor.account(), area);
                items.add(item(area, Map.of(), Areas.fields(area)));
            } else if (!was.equals(area)) {
                areas.update(actor.account(), area);
                items.add(item(area, Areas.fields(was), Areas.fields(area)));
            }
        }
        if (!items.isEmpty()) {
            changes.record(actor, new Change("areas.imported", new Change.Reach.Policy(), items));
        }
    }

    private static Change.Item item(Area area, Map<String, ?> before, Map<String, ?> after) {
        return new Change.Item("area", area.id().value(), area.name(), before, after);
    }
}
