package io.bailiwick.areas;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.PathPattern;
import io.bailiwick.tokens.Cursors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The endpoints of an application: where each of them is, and what is done with those that no area covers. */
@Service
public class Endpoints {
    private final EndpointStore store;
    private final AreaStore areas;
    private final Areas changing;
    private final Applications applications;
    private final ImportWriter writer;
    private final Guard guard;
    private final Cursors cursors;

    Endpoints(
            EndpointStore store,
            AreaStore areas,
            Areas changing,
            Applications applications,
            ImportWriter writer,
            Guard guard,
            Cursors cursors) {
        this.store = store;
        this.areas = areas;
        this.changing = changing;
        this.applications = applications;
        this.writer = writer;
        this.guard = guard;
        this.cursors = cursors;
    }

    /**
     * Which endpoints are wanted.
     *
     * @param text stands anywhere in path, summary or area, without case
     * @param placed only those that are placed, or only those that are not; null for both
     */
    public record Filter(String text, @Nullable Boolean placed) {
        /** All of them. */
        public static final Filter ALL = new Filter("", null);

        private boolean matches(Endpoint endpoint) {
            var words = text.strip().toLowerCase(Locale.ROOT);
            return (placed == null || placed == endpoint.placed())
                    && (words.isEmpty()
                            || holds(endpoint.method() + " " + endpoint.path(), words)
                            || holds(endpoint.area(), words)
                            || endpoint.summary() != null && holds(endpoint.summary(), words));
        }

        private static boolean holds(String text, String words) {
            return text.toLowerCase(Locale.ROOT).contains(words);
        }
    }

    /** How many there are, and how many of them some area covers. */
    public record Count(int all, int placed) {
        /** How many wait to be placed. */
        public int waiting() {
            return all - placed;
        }
    }

    /** A page of them, by path and method. */
    @Transactional(readOnly = true)
    public Page<Endpoint> list(Actor actor, ApplicationId application, Filter filter, PageRequest page) {
        if (!page.sort().isEmpty()) {
            throw new Refusal.Invalid("sort", "Endpoints come by path; there is no other order.");
        }
        var list = "endpoints " + application + " " + filter.placed() + " " + filter.text();
        var matching = all(actor, application).stream().filter(filter::matches).toList();
        var first = page.after() == null ? 0 : after(matching, cursors.read(actor, list, page.after()));
        var items = matching.subList(first, Math.min(matching.size(), first + page.limit()));
        var last = items.isEmpty() ? null : items.getLast();
        var next = last == null || first + items.size() == matching.size()
                ? null
                : cursors.make(actor, list, List.of(last.path(), last.method()));
        return new Page<>(items, next, matching.size(), false);
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public Count count(Actor actor, ApplicationId application) {
        var all = all(actor, application);
        return new Count(all.size(), (int) all.stream().filter(Endpoint::placed).count());
    }

    /**
     * Places endpoints that no area covers.
     *
     * @param paths their paths; null for all that wait
     * @param area the reference or id of the area of the application that takes them; null for each the one of its tag
     * @param confirm the token of an earlier {@link Refusal.Unconfirmed}, or null
     */
    public ImportReport place(
            Actor actor,
            ApplicationId application,
            @Nullable Set<String> paths,
            @Nullable String area,
            @Nullable String confirm) {
        requireOwn(actor, application);
        return writer.place(actor, application, paths, target(actor, application, area), confirm);
    }

    /**
     * Lets a POST count as Read, or as what a POST usually is.
     *
     * @param path its path, as it is listed
     * @param confirm the token of an earlier {@link Refusal.Unconfirmed}, or null
     */
    public Area setReading(
            Actor actor, ApplicationId application, String path, boolean reading, @Nullable String confirm) {
        requireOwn(actor, application);
        var endpoint = all(actor, application).stream()
                .filter(each -> each.path().equals(path) && each.mayRead())
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("endpoint"));
        var area = areas.find(actor.account(), new AreaId(Objects.requireNonNull(endpoint.areaId())))
                .orElseThrow(() -> new Refusal.NotFound("area"));
        var form = marked(area, path, reading);
        try {
            return changing.update(actor, area.id(), area.version(), unchanged -> form, confirm);
        } catch (Refusal.Unconfirmed asked) {
            if (!isThatAlone(asked.difference(), path)) {
                throw asked;
            }
            return changing.update(actor, area.id(), area.version(), unchanged -> form, asked.token());
        }
    }

    /** Whether nothing would happen but that the method does something else there, which is what was asked for. */
    private static boolean isThatAlone(Object difference, String path) {
        return difference instanceof List<?> consequences
                && consequences.stream()
                        .allMatch(each -> each instanceof Consequence consequence
                                && consequence.kind().equals(Consequence.ACTION)
                                && path.equals(consequence.path()));
    }

    /** The paths that no pattern of these areas covers. */
    static List<Outline.Path> waiting(List<Outline.Path> paths, List<Area> areas) {
        var places = new Places(areas);
        return paths.stream()
                .filter(path -> places.of(PathPattern.parse(path.pattern())).isEmpty())
                .toList();
    }

    private List<Endpoint> all(Actor actor, ApplicationId application) {
        var there = areas.of(actor.account(), application);
        var places = new Places(there);
        return store.of(actor.account(), application).stream()
                .flatMap(path -> places.endpoints(path, there).stream())
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .toList();
    }

    private static int after(List<Endpoint> endpoints, List<@Nullable String> keys) {
        var path = Objects.requireNonNull(keys.get(0));
        var method = Objects.requireNonNull(keys.get(1));
        var index = 0;
        while (index < endpoints.size() && !isBehind(endpoints.get(index), path, method)) {
            index++;
        }
        return index;
    }

    private static boolean isBehind(Endpoint endpoint, String path, String method) {
        var order = endpoint.path().compareTo(path);
        return order > 0 || order == 0 && endpoint.method().compareTo(method) > 0;
    }

    private @Nullable AreaId target(Actor actor, ApplicationId application, @Nullable String area) {
        return area == null || area.isBlank()
                ? null
                : changing.find(actor.account(), area.strip())
                        .filter(found -> found.application().equals(application))
                        .map(Area::id)
                        .orElseThrow(() -> new Refusal.Invalid(
                                "area", "There is no area `" + area.strip() + "` in this application."));
    }

    private void requireOwn(Actor actor, ApplicationId id) {
        var application = applications.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("application"));
        Structure.require(guard, actor);
        if (application.builtin()) {
            throw Refusal.Conflict.rail("The panel's own endpoints come from its code: each says what it does.");
        }
    }

    /** The area with the override on exactly that path, which is added where only a path above it covers it. */
    private static AreaForm marked(Area area, String path, boolean reading) {
        var form = AreaForm.of(area);
        var exact = PathPattern.parse(path);
        var paths = new ArrayList<AreaForm.Path>();
        var found = false;
        for (var each : area.paths()) {
            var actions = new TreeMap<>(AreaStore.words(each.actions()));
            if (each.isSameAs(exact)) {
                found = true;
                mark(actions, reading);
            }
            paths.add(new AreaForm.Path(each.pattern().text(), actions));
        }
        if (!found) {
            var actions = new TreeMap<String, String>();
            mark(actions, reading);
            paths.add(new AreaForm.Path(path, actions));
        }
        return new AreaForm(form.application(), form.name(), paths, form.gate(), null);
    }

    private static void mark(TreeMap<String, String> actions, boolean reading) {
        if (reading) {
            actions.put("POST", Action.READ.word());
        } else {
            actions.remove("POST");
        }
    }
}
