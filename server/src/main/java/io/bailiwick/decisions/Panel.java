package io.bailiwick.decisions;

import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.Policy;
import io.bailiwick.engine.PolicyDefinition;
import io.bailiwick.guard.PanelArea;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A compiled policy with the names by which the panel and the proxies speak of it.
 *
 * @param policy the policy
 * @param applications the ids of its applications by key and by id
 * @param areas the ids of the panel's own areas
 * @param resellers the keys of the resellers
 * @param known what else is known of the applications, by their ids
 */
record Panel(
        Policy policy,
        Map<String, ApplicationDefinition> applications,
        Map<PanelArea, UUID> areas,
        Map<UUID, String> resellers,
        Map<UUID, PolicyStore.Known> known) {

    static Panel of(PolicyStore.Rows rows) {
        var policy = Policy.of(new PolicyDefinition(
                rows.revision().number(), rows.applications(), rows.areas(), rows.groups(), rows.partners()));
        var applications =
                rows.applications().stream().collect(Collectors.toMap(ApplicationDefinition::key, Function.identity()));
        rows.applications()
                .forEach(application -> applications.put(application.id().toString(), application));
        return new Panel(policy, Map.copyOf(applications), areas(rows), rows.resellers(), rows.known());
    }

    /** The same panel under another policy. */
    Panel with(Policy other) {
        return new Panel(other, applications, areas, resellers, known);
    }

    private static Map<PanelArea, UUID> areas(PolicyStore.Rows rows) {
        var builtIn = rows.applications().stream()
                .filter(ApplicationDefinition::isBuiltIn)
                .map(ApplicationDefinition::id)
                .findFirst();
        var byName = rows.areas().stream()
                .filter(area -> Optional.of(area.application()).equals(builtIn))
                .collect(Collectors.toMap(AreaDefinition::name, AreaDefinition::id));
        var areas = new EnumMap<PanelArea, UUID>(PanelArea.class);
        for (var area : PanelArea.values()) {
            if (byName.containsKey(area.title())) {
                areas.put(area, byName.get(area.title()));
            }
        }
        return areas;
    }

    /** The application with this key or id. */
    Optional<ApplicationDefinition> application(String keyOrId) {
        return Optional.ofNullable(applications.get(keyOrId));
    }

    /** The key of the application that an area belongs to. */
    String applicationOf(AreaDefinition area) {
        return application(area.application().toString())
                .map(ApplicationDefinition::key)
                .orElse("");
    }

    /** What people call an application; its key when nothing else is known. */
    String name(UUID application) {
        var found = known.get(application);
        return found == null ? key(application) : found.name();
    }

    /** How areas are listed: the panel's own first, then by application, then by name. */
    Comparator<AreaDefinition> order() {
        return Comparator.<AreaDefinition, Boolean>comparing(
                        area -> !applicationOf(area).equals(ApplicationDefinition.BUILT_IN_KEY))
                .thenComparing(this::applicationOf)
                .thenComparing(AreaDefinition::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(AreaDefinition::id);
    }

    /** The area with this id, or of this application key and name with a slash between. */
    Optional<AreaDefinition> area(String reference) {
        var slash = reference.indexOf('/');
        return policy.definition().areas().stream()
                .filter(area -> slash < 0
                        ? area.id().toString().equals(reference)
                        : area.name().equals(reference.substring(slash + 1))
                                && key(area.application()).equals(reference.substring(0, slash)))
                .findFirst();
    }

    /** The key of an application; empty when there is none with this id. */
    String key(UUID application) {
        var found = applications.get(application.toString());
        return found == null ? "" : found.key();
    }

    /** The id of one of the panel's own areas; one that the account does not have is in no policy, so it is closed. */
    UUID area(PanelArea area) {
        return areas.getOrDefault(area, NOWHERE);
    }

    /** The id of the panel itself; unknown before it is made. */
    UUID builtIn() {
        return application(ApplicationDefinition.BUILT_IN_KEY)
                .map(ApplicationDefinition::id)
                .orElse(NOWHERE);
    }

    /** The key of a reseller. */
    @Nullable
    String reseller(@Nullable UUID id) {
        return id == null ? null : resellers.get(id);
    }

    /** The registered origins of an application. */
    List<String> origins(UUID application) {
        var found = known.get(application);
        return found == null ? List.of() : found.origins();
    }

    /** The key of a partner. */
    String partner(UUID id) {
        return policy.partner(id).map(partner -> partner.key()).orElseGet(id::toString);
    }

    /** What is in no policy. */
    static final UUID NOWHERE = new UUID(0, 0);
}
