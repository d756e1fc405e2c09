package io.bailiwick.engine;

import io.bailiwick.model.Access;
import io.bailiwick.model.PathSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The policy of an account at one revision: its applications, areas, groups and partners, compiled. Immutable and
 * thread-safe; what users share is compiled when it is first asked for.
 */
public final class Policy {

    private final PolicyDefinition definition;
    private final List<Area> areas;
    private final IdTable<Area> areasById;
    private final IdTable<PathNode> roots;
    private final IdTable<Group> groups;
    private final IdTable<PartnerDefinition> partners;
    private final Coverage coverage;
    private final Map<EntitlementKey, Entitlements> entitlements = new ConcurrentHashMap<>();

    private Policy(PolicyDefinition definition) {
        this.definition = definition;
        roots = IdTable.of(definition.applications(), ApplicationDefinition::id, application -> new PathNode());
        var compiled = new ArrayList<Area>();
        for (var area : definition.areas()) {
            compiled.add(new Area(compiled.size(), area));
        }
        areas = List.copyOf(compiled);
        areasById = IdTable.of(areas, area -> area.definition.id(), area -> area);
        for (var area : areas) {
            var root = Objects.requireNonNull(roots.get(area.definition.application()));
            area.definition.patterns().forEach(pattern -> root.add(new Route(area, pattern)));
        }
        coverage = new Coverage(areas);
        groups = IdTable.of(
                definition.groups(), GroupDefinition::id, group -> new Group(group, areas.size(), areasById, coverage));
        partners = IdTable.of(definition.partners(), PartnerDefinition::id, partner -> partner);
    }

    /**
     * The policy that a definition makes.
     *
     * @throws InvalidPolicy naming all of its {@link PolicyDefinition#problems problems}, if there are any
     */
    public static Policy of(PolicyDefinition definition) {
        var problems = definition.problems();
        if (!problems.isEmpty()) {
            throw new InvalidPolicy(problems);
        }
        return new Policy(definition);
    }

    /** How many policy changes the account had seen. */
    public long revision() {
        return definition.revision();
    }

    /** What it was built from. */
    public PolicyDefinition definition() {
        return definition;
    }

    /** The area with this id. */
    public Optional<AreaDefinition> area(UUID id) {
        return Optional.ofNullable(areaAt(id)).map(area -> area.definition);
    }

    /** The group with this id. */
    public Optional<GroupDefinition> group(UUID id) {
        return Optional.ofNullable(groupAt(id)).map(group -> group.definition);
    }

    /** What a group says of every area, in the policy's order; nothing when there is no such group. */
    public List<GroupAccess> accessOfGroup(UUID id) {
        var group = groupAt(id);
        return group == null
                ? List.of()
                : areas.stream()
                        .map(area -> new GroupAccess(
                                area.definition,
                                Access.ofMask(group.allowed(area.index)),
                                Access.ofMask(group.denied(area.index))))
                        .toList();
    }

    /** The partner with this id. */
    public Optional<PartnerDefinition> partner(UUID id) {
        return Optional.ofNullable(partnerAt(id));
    }

    /** A user under this policy. Users with the same role, permissions and groups share what is compiled. */
    public Subject subject(UserDefinition user) {
        return new Subject(Standing.of(this, user), user);
    }

    /** Nobody: public areas are open, everything else is closed at the status gate. */
    public Subject nobody() {
        return new Subject(Standing.ofNobody(this), null);
    }

    /** What a role, permissions and groups allow; the same object for the same key. */
    public Entitlements entitlements(EntitlementKey key) {
        var known = entitlements.get(key);
        return known != null ? known : entitlements.computeIfAbsent(key, unknown -> new Entitlements(this, unknown));
    }

    /**
     * Where a request leads: the best pattern that matches or covers its path.
     *
     * @param application the id of the application
     * @param method the HTTP method
     * @param path the path as it stood on the wire
     * @return empty when the path is malformed or nothing covers it
     */
    public Optional<Location> locate(UUID application, String method, String path) {
        int scanned = PathSyntax.scan(path);
        var root = roots.get(application);
        var route = scanned < 0 || root == null ? null : find(root, path, scanned);
        return Optional.ofNullable(route).map(found -> {
            int segments = PathSyntax.segmentsOf(scanned);
            return new Location(
                    found.area.definition, found.pattern, found.length == segments, found.actionOf(method, segments));
        });
    }

    /**
     * The areas that a rule on an area covers, the area itself among them.
     *
     * @param rule the rule; if the area that it names is unknown it covers nothing
     */
    public List<AreaDefinition> coveredBy(RuleDefinition rule) {
        var area = areaAt(rule.area());
        return area == null
                ? List.of()
                : coverage.of(rule.effect(), area.index).stream()
                        .mapToObj(index -> areas.get(index).definition)
                        .toList();
    }

    @Nullable
    static Route find(PathNode root, String path, int scanned) {
        int segments = PathSyntax.segmentsOf(scanned);
        if (!PathSyntax.isEscaped(scanned)) {
            return root.find(path, 1, PathSyntax.endOf(scanned), segments);
        }
        var decoded = PathSyntax.decode(path, scanned);
        return root.find(decoded, 1, decoded.length(), segments);
    }

    boolean covers(RuleDefinition rule, Area area) {
        var named = areaAt(rule.area());
        return named != null && coverage.of(rule.effect(), named.index).get(area.index);
    }

    @Nullable
    PathNode rootAt(UUID application) {
        return roots.get(application);
    }

    @Nullable
    Area areaAt(UUID id) {
        return areasById.get(id);
    }

    @Nullable
    Group groupAt(UUID id) {
        return groups.get(id);
    }

    @Nullable
    PartnerDefinition partnerAt(UUID id) {
        return partners.get(id);
    }

    List<Area> compiledAreas() {
        return areas;
    }
}
