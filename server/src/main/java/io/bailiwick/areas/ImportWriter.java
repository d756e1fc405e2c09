package io.bailiwick.areas;

import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.ImportPlan.Placing;
import io.bailiwick.areas.OpenApiImports.Preview;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.tokens.Confirmations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private final EndpointStore endpoints;
    private final Rules rules;
    private final Changes changes;
    private final Confirmations confirmations;
    private final Guard guard;

    ImportWriter(
            AreaStore areas,
            ApplicationStore applications,
            DraftStore drafts,
            EndpointStore endpoints,
            Rules rules,
            Changes changes,
            Confirmations confirmations,
            Guard guard) {
        this.areas = areas;
        this.applications = applications;
        this.drafts = drafts;
        this.endpoints = endpoints;
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
    public Preview preview(Actor actor, ApplicationId id, Outline outline, boolean all) {
        var revision = changes.lock(actor.account());
        var ruled = ruled(actor, id);
        var report = ImportComparison.of(plan(actor, id, outline, ruled, all), ruled);
        try {
            requireConfirmed(actor, revision, report, null);
            return new Preview(report, null);
        } catch (Refusal.Unconfirmed unconfirmed) {
            return new Preview(report, unconfirmed.token());
        }
    }

    @Transactional
    public ImportReport apply(
            Actor actor,
            ApplicationId id,
            Outline outline,
            boolean all,
            @Nullable Long expected,
            @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        Structure.require(guard, actor);
        var application = applications.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("application"));
        Refusal.Stale.check(expected, application.version());
        var ruled = ruled(actor, id);
        var plan = plan(actor, id, outline, ruled, all);
        var report = ImportComparison.of(plan, ruled);
        requireConfirmed(actor, revision, report, confirm);
        var items = stored(actor, plan);
        listed(actor, application, outline).ifPresent(items::add);
        record(actor, "areas.imported", items);
        return report.identified(plan.after());
    }

    /**
     * Places paths that no pattern covers.
     *
     * @param paths which of them; null for all
     * @param target the area that takes them; null for each the one of its tag
     */
    @Transactional
    public ImportReport place(
            Actor actor,
            ApplicationId id,
            @Nullable Set<String> paths,
            @Nullable AreaId target,
            @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        Structure.require(guard, actor);
        var application = applications.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("application"));
        var before = areas.of(actor.account(), id);
        var waiting = Endpoints.waiting(endpoints.of(actor.account(), id), before);
        var chosen = waiting.stream()
                .filter(path -> paths == null || paths.contains(path.pattern()))
                .toList();
        requireAll(paths, chosen);
        var plan = ImportPlan.placing(application, before, new Outline("", chosen), target);
        var ruled = ruled(actor, id);
        var report = ImportComparison.of(plan, ruled);
        requireConfirmed(actor, revision, report, confirm);
        record(actor, "areas.placed", stored(actor, plan));
        return report.identified(plan.after());
    }

    private static void requireAll(@Nullable Set<String> paths, List<Outline.Path> chosen) {
        if (paths != null && chosen.size() < paths.size()) {
            var found = chosen.stream().map(Outline.Path::pattern).collect(Collectors.toSet());
            throw new Refusal.Invalid(paths.stream()
                    .filter(path -> !found.contains(path))
                    .map(path -> new Refusal.Invalid.Fault(
                            "paths",
                            "`" + path + "` does not wait to be placed: it is no path of the document, or some area"
                                    + " covers it already."))
                    .toList());
        }
    }

    private ImportPlan.Result plan(Actor actor, ApplicationId id, Outline outline, Set<AreaId> ruled, boolean all) {
        var application = applications.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("application"));
        var before = areas.of(actor.account(), id);
        var placing = all || isFirst(actor, id, before) ? Placing.ALL : Placing.COVERED;
        return ImportPlan.of(application, before, ruled, outline, placing);
    }

    /** Whether no document was taken over before this one. */
    private boolean isFirst(Actor actor, ApplicationId id, List<Area> before) {
        return before.stream().flatMap(area -> area.paths().stream()).allMatch(path -> path.documented() == null)
                && endpoints.of(actor.account(), id).isEmpty();
    }

    /** Keeps the document's operations; what is told of it are those that came and those that went. */
    private Optional<Change.Item> listed(Actor actor, Application application, Outline outline) {
        var before = endpoints.of(actor.account(), application.id());
        endpoints.replace(actor.account(), application.id(), outline.paths());
        var were = names(before);
        var are = names(outline.paths());
        var gone = were.stream().filter(name -> !are.contains(name)).toList();
        var fresh = are.stream().filter(name -> !were.contains(name)).toList();
        return gone.isEmpty() && fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change.Item(
                        "application",
                        application.id().value(),
                        application.name(),
                        Map.of("endpoints", gone),
                        Map.of("endpoints", fresh)));
    }

    private static Set<String> names(List<Outline.Path> paths) {
        return paths.stream()
                .flatMap(path -> path.operations().stream().map(operation -> operation.method() + " " + path.pattern()))
                .collect(Collectors.toCollection(TreeSet::new));
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

    private List<Change.Item> stored(Actor actor, ImportPlan.Result plan) {
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
        return items;
    }

    private void record(Actor actor, String kind, List<Change.Item> items) {
        if (!items.isEmpty()) {
            changes.record(actor, new Change(kind, new Change.Reach.Policy(), items));
        }
    }

    private static Change.Item item(Area area, Map<String, ?> before, Map<String, ?> after) {
        return new Change.Item("area", area.id().value(), area.name(), before, after);
    }
}
