package io.bailiwick.areas;

import io.bailiwick.accounts.AccountCreated;
import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Declarations;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps each account's built-in application as the code declares it. Areas keep their ids by their names; one that the
 * code no longer knows goes, unless a rule names it: then it stays without paths.
 */
@Component
class BuiltInAreas {
    private static final Logger LOG = LoggerFactory.getLogger(BuiltInAreas.class);

    private final Declarations declarations;
    private final ApplicationStore applications;
    private final AreaStore areas;
    private final Rules rules;
    private final Changes changes;

    BuiltInAreas(
            Declarations declarations, ApplicationStore applications, AreaStore areas, Rules rules, Changes changes) {
        this.declarations = declarations;
        this.applications = applications;
        this.areas = areas;
        this.rules = rules;
        this.changes = changes;
    }

    /** The areas of this code. */
    DeclaredAreas declared() {
        return DeclaredAreas.of(declarations.routes());
    }

    /** A new account gets the built-in application at once. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountCreated created) {
        var account = created.account().id();
        changes.lock(account);
        var application = new Application(
                new ApplicationId(Ids.next()),
                Application.COCKPIT,
                "Control panel",
                true,
                List.of(),
                0,
                1,
                Instant.EPOCH);
        applications.insert(account, application);
        bringUpToDate(account, application, declared());
    }

    /** Brings one account up to date; does nothing when it is. */
    @Transactional
    public void bringUpToDate(AccountId account, DeclaredAreas declared) {
        changes.lock(account);
        var application = applications.find(account, Application.COCKPIT).orElseThrow();
        if (!declared.digest().equals(applications.declarations(account))) {
            LOG.info("The panel's own areas have changed: bringing account {} up to date", account);
            bringUpToDate(account, application, declared);
        }
    }

    private void bringUpToDate(AccountId account, Application application, DeclaredAreas declared) {
        var before = areas.of(account, application.id());
        var known = before.stream().collect(Collectors.toMap(Area::name, Function.identity()));
        var items = new ArrayList<Change.Item>();
        declared.paths()
                .forEach((panel, paths) ->
                        keep(account, target(application, panel, known.get(panel.title()), paths), known, items));
        before.stream().filter(area -> declared.of(area.name()) == null).forEach(area -> retire(account, area, items));
        applications.declared(account, declared.digest());
        if (!items.isEmpty()) {
            changes.record(Actor.server(account), new Change("area.declared", new Change.Reach.Policy(), items));
        }
    }

    private void keep(AccountId account, Area area, Map<String, Area> known, List<Change.Item> items) {
        var before = known.get(area.name());
        if (before == null) {
            areas.insert(account, area);
            items.add(item(area, Map.of(), Areas.fields(area)));
        } else if (!Areas.fields(before).equals(Areas.fields(area))) {
            areas.update(account, area);
            items.add(item(area, Areas.fields(before), Areas.fields(area)));
        }
    }

    private void retire(AccountId account, Area area, List<Change.Item> items) {
        if (rules.naming(account, List.of(area.id())).isEmpty()) {
            areas.delete(account, area.id());
            items.add(item(area, Areas.fields(area), Map.of()));
        } else if (!area.paths().isEmpty()) {
            var emptied = area.with(area.name(), area.gate(), List.of());
            areas.update(account, emptied);
            items.add(item(area, Areas.fields(area), Areas.fields(emptied)));
        }
    }

    private static Area target(Application application, PanelArea panel, @Nullable Area before, List<AreaPath> paths) {
        return before == null
                ? new Area(
                        new AreaId(Ids.next()),
                        application.id(),
                        application.key(),
                        application.name(),
                        panel.title(),
                        panel.gate(),
                        true,
                        null,
                        paths,
                        1,
                        Instant.EPOCH)
                : before.with(panel.title(), panel.gate(), paths);
    }

    private static Change.Item item(Area area, Map<String, ?> before, Map<String, ?> after) {
        return new Change.Item("area", area.id().value(), area.name(), before, after);
    }
}
