package io.bailiwick.conformance;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.bailiwick.conformance.World.Action;
import io.bailiwick.conformance.World.Area;
import io.bailiwick.conformance.World.AreaGate;
import io.bailiwick.conformance.World.Partner;
import io.bailiwick.conformance.World.Permission;
import io.bailiwick.conformance.World.Role;
import io.bailiwick.conformance.World.Status;
import io.bailiwick.conformance.World.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The access model, word by word and as plainly as it can be said: slow, and meant to be read. It was written from the
 * document alone and shares no code with the engine; where the two differ, the document decides which is wrong.
 */
public final class ReferenceEngine implements Judge {
    private final World world;
    private final List<Covering> coverings;
    private final ReferenceGroups groups;
    private final Map<String, User> users;
    private final Map<String, List<PlainNetwork>> networks;
    private final Map<String, Partner> partners;

    /** @throws WorldRefused when the world holds what the access model does not let anyone save */
    public ReferenceEngine(World world) {
        ReferenceChecks.check(world);
        this.world = world;
        coverings = world.areas().stream()
                .flatMap(area -> area.patterns().stream()
                        .map(pattern -> new Covering(area, PlainPattern.read(pattern.path()), pattern.actions())))
                .toList();
        groups = new ReferenceGroups(world);
        users = world.users().stream().collect(toMap(User::name, user -> user));
        networks = world.users().stream()
                .collect(toMap(
                        User::name,
                        user -> user.network().stream()
                                .map(entry -> PlainNetwork.entry(entry).orElseThrow())
                                .toList()));
        partners = world.partners().stream().collect(toMap(Partner::key, partner -> partner));
    }

    private record Covering(Area area, PlainPattern pattern, Map<String, Action> overrides) {}

    @Override
    public Decision decide(Request request) {
        var path = PlainPath.read(request.path());
        if (path.isEmpty()) {
            return Decision.denied(Gate.PATH);
        }
        var best = best(request.application(), path.get());
        var action = best.flatMap(covering -> action(request.method(), covering, path.get()));
        if (action.isPresent() && best.orElseThrow().area().gate() == AreaGate.PUBLIC) {
            return Decision.allowed(null);
        }
        var user = users.get(request.user());
        if (user == null || user.status() != Status.ACTIVE || user.passwordChangeDue()) {
            return Decision.denied(Gate.STATUS);
        }
        if (request.address() != null && !networkOpen(user, request.address())) {
            return Decision.denied(Gate.NETWORK);
        }
        if (action.isEmpty()) {
            return Decision.denied(Gate.AREA);
        }
        var area = best.orElseThrow().area();
        if (!roleOpen(user, area.gate())) {
            return Decision.denied(Gate.ROLE);
        }
        if (!groupsOpen(user, area, action.get())) {
            return Decision.denied(Gate.GROUPS);
        }
        return dataOpen(user, request.partner()) ? Decision.allowed(sight(user)) : Decision.denied(Gate.DATA);
    }

    private Optional<Covering> best(String application, List<String> path) {
        return coverings.stream()
                .filter(covering -> covering.area().application().equals(application))
                .filter(covering -> covering.pattern().covers(path))
                .max(comparing(Covering::pattern, PlainPattern.bestFor(path)));
    }

    private static Optional<Action> action(String method, Covering covering, List<String> path) {
        var asked = method.equals("HEAD") ? "GET" : method;
        if (covering.pattern().matchesWhole(path) && covering.overrides().containsKey(asked)) {
            return Optional.ofNullable(covering.overrides().get(asked));
        }
        return switch (asked) {
            case "GET", "OPTIONS" -> Optional.of(Action.READ);
            case "POST" -> Optional.of(Action.CREATE);
            case "PUT", "PATCH" -> Optional.of(Action.UPDATE);
            case "DELETE" -> Optional.of(Action.DELETE);
            default -> Optional.empty();
        };
    }

    private boolean networkOpen(User user, String text) {
        var address = PlainNetwork.address(text);
        var allowed = Objects.requireNonNull(networks.get(user.name()));
        return address.isPresent()
                && (allowed.isEmpty() || allowed.stream().anyMatch(network -> network.holds(address.get())));
    }

    private static boolean roleOpen(User user, AreaGate gate) {
        boolean administrator = user.role() == Role.ADMINISTRATOR;
        boolean normal = user.role() == Role.NORMAL;
        return switch (gate) {
            case PUBLIC, PERSONAL, OPEN -> true;
            case STAFF -> administrator || normal;
            case ADMINISTRATION -> administrator;
            case JOBS -> administrator || normal && user.permissions().contains(Permission.JOBS);
            case INTEGRATION_CONFIGURATION ->
                (administrator || normal) && user.permissions().contains(Permission.INTEGRATION_CONFIGURATION);
            case ISSUE_COMMENTS -> administrator || user.permissions().contains(Permission.ISSUE_COMMENTS);
            case REPROCESS_MESSAGES ->
                administrator || normal && user.permissions().contains(Permission.REPROCESS_MESSAGES);
        };
    }

    private boolean groupsOpen(User user, Area area, Action action) {
        boolean asked = area.gate() != AreaGate.PERSONAL && area.gate() != AreaGate.PUBLIC;
        return !asked || groups.open(user.groups(), area, action);
    }

    private boolean dataOpen(User user, @Nullable String key) {
        var partner = partners.get(key);
        return key == null
                || partner != null
                        && !partner.switchedOff()
                        && sight(user).partners().contains(key);
    }

    private Sight sight(User user) {
        return sight(user, partners.values());
    }

    private static Sight sight(User user, Collection<Partner> partners) {
        boolean all = user.role() == Role.ADMINISTRATOR || user.data().mode() == World.DataMode.ALL;
        var seen = partners.stream()
                .filter(partner -> all || user.data().partners().contains(partner.key()))
                .filter(partner -> user.reseller() == null || user.reseller().equals(partner.reseller()))
                .map(Partner::key)
                .toList();
        return Sight.of(seen, all && user.reseller() == null);
    }

    /** All is more than every partner there is: those to come count, so each reseller is given one more here. */
    private Sight sightToCome(User user) {
        var toCome = new ArrayList<>(partners.values());
        world.resellers().forEach(reseller -> toCome.add(new Partner("the next of " + reseller, reseller, false)));
        return sight(user, toCome);
    }

    @Override
    public boolean exceeds(String user, String actor) {
        var theirs = Objects.requireNonNull(users.get(user));
        var own = Objects.requireNonNull(users.get(actor));
        return !access(actor).containsAll(access(user)) || !sightToCome(theirs).within(sightToCome(own));
    }

    /** The user's effective access, in words such as {@code portal/orders read}; status and network do not count. */
    public Set<String> access(String user) {
        var subject = Objects.requireNonNull(users.get(user));
        return world.areas().stream()
                .flatMap(area -> Stream.of(Action.values())
                        .filter(action -> may(subject, area, action))
                        .map(action -> area.id() + " " + Words.of(action)))
                .collect(toCollection(TreeSet::new));
    }

    private boolean may(User user, Area area, Action action) {
        return roleOpen(user, area.gate()) && groupsOpen(user, area, action);
    }
}
