package io.bailiwick.decisions;

import io.bailiwick.decisions.Covered.Share;
import io.bailiwick.decisions.ListedEndpointStore.Listed;
import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.EntitlementKey;
import io.bailiwick.engine.Policy;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds what is left out: endpoints that no area covers, areas that no group opens. */
@Service
class Coverages {
    private final Policies policies;
    private final ListedEndpointStore endpoints;

    Coverages(Policies policies, ListedEndpointStore endpoints) {
        this.policies = policies;
        this.endpoints = endpoints;
    }

    /** How far areas and groups reach now. */
    Covered find(Actor actor) {
        var panel = EngineGuard.known(() -> policies.current(actor.account())).panel();
        var policy = panel.policy();
        var listed = endpoints.all(actor.account()).stream().collect(Collectors.groupingBy(Listed::application));
        var opened = opened(policy);
        var applications = policy.definition().applications().stream()
                .sorted(Comparator.comparing(ApplicationDefinition::isBuiltIn)
                        .reversed()
                        .thenComparing(ApplicationDefinition::key))
                .map(application -> of(panel, application, listed.getOrDefault(application.id(), List.of()), opened))
                .toList();
        return new Covered(
                applications.stream().map(Covered.Of::endpoints).reduce(new Share(0, 0), Share::and),
                applications.stream().map(Covered.Of::areas).reduce(new Share(0, 0), Share::and),
                applications);
    }

    private static Covered.Of of(
            Panel panel, ApplicationDefinition application, List<Listed> listed, Set<UUID> opened) {
        var policy = panel.policy();
        var uncovered = listed.stream()
                .filter(each -> policy.locate(application.id(), each.method(), each.path())
                        .isEmpty())
                .map(each -> new Covered.Endpoint(each.method(), each.path(), each.summary()))
                .toList();
        var areas = policy.definition().areas().stream()
                .filter(area -> area.application().equals(application.id())
                        && !area.gate().isBuiltInOnly())
                .toList();
        var unopened = areas.stream()
                .filter(area -> !opened.contains(area.id()))
                .sorted(Comparator.comparing(AreaDefinition::name, String.CASE_INSENSITIVE_ORDER))
                .map(area ->
                        new Covered.Area(area.id(), area.name(), area.gate().word()))
                .toList();
        return new Covered.Of(
                application.id(),
                application.key(),
                panel.name(application.id()),
                new Share(listed.size() - uncovered.size(), listed.size()),
                new Share(areas.size() - unopened.size(), areas.size()),
                uncovered,
                unopened);
    }

    /** The areas on which some group, taken by itself, allows something to whoever has the role for it. */
    private static Set<UUID> opened(Policy policy) {
        var opened = new HashSet<UUID>();
        for (var group : policy.definition().groups()) {
            var key = new EntitlementKey(Role.ADMINISTRATOR, Set.of(Permission.values()), Set.of(group.id()));
            policy.entitlements(key).areas().stream()
                    .filter(access -> !access.allowed().isEmpty())
                    .forEach(access -> opened.add(access.area().id()));
        }
        return opened;
    }
}
