package io.bailiwick.areas;

import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads an {@link AreaForm} against the other areas of its application, and collects whatever is wrong with it. */
final class AreaReader {
    static final int LONGEST_NAME = 200;
    private static final int MOST_PATHS = 5_000;

    private final List<Fault> faults = new ArrayList<>();
    private final Collisions collisions;

    AreaReader(List<Area> others) {
        this.collisions = Collisions.of(others);
    }

    /**
     * The area as it would be.
     *
     * @param before the area as it is, or an empty one of the same application
     * @throws Refusal.Invalid with everything that is wrong
     */
    Area read(Area before, AreaForm form) {
        var name = OneLine.read("name", form.name(), LONGEST_NAME, faults);
        var gate = gate(form.gate());
        var usual = form.actions() == null ? Map.<String, String>of() : form.actions();
        overrides("actions", usual);
        var paths = paths(before, name, form.paths() == null ? List.of() : form.paths(), usual);
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return before.with(name, gate, paths);
    }

    private AreaGate gate(@Nullable String word) {
        var gate = AreaGate.of(word == null ? AreaGate.OPEN.word() : word);
        if (gate.isEmpty() || gate.get().isBuiltInOnly()) {
            faults.add(new Fault(
                    "gate",
                    "`" + word + "` is no gate. Choose one of `" + String.join("`, `", AreaForm.Gates.words()) + "`."));
            return AreaGate.OPEN;
        }
        return gate.get();
    }

    private List<AreaPath> paths(Area before, String name, List<AreaForm.Path> texts, Map<String, String> usual) {
        if (texts.isEmpty() || texts.size() > MOST_PATHS) {
            faults.add(new Fault("paths", "Give the area 1 to " + MOST_PATHS + " paths, such as `/orders`."));
            return List.of();
        }
        var paths = new ArrayList<AreaPath>();
        for (int index = 0; index < texts.size(); index++) {
            var path = path("paths[" + index + "]", name, texts.get(index), usual);
            if (path != null) {
                paths.add(new AreaPath(path.pattern(), path.actions(), documented(before, path.pattern())));
            }
        }
        return paths.stream().sorted(AreaPath.ORDER).toList();
    }

    private @Nullable AreaPath path(
            String field, String area, AreaForm.@Nullable Path form, Map<String, String> usual) {
        var words = new TreeMap<>(usual);
        if (form != null && form.actions() != null) {
            words.putAll(form.actions());
        }
        try {
            var pattern = PathPattern.parse(
                    form == null || form.path() == null ? "" : form.path().strip());
            collisions.with(pattern).ifPresent(taken -> faults.add(collision(field, pattern, taken, area)));
            collisions.add(pattern, area);
            return AreaPath.of(pattern, overrides(field, words));
        } catch (InvalidValue invalid) {
            faults.add(new Fault(field, invalid.getMessage() + "."));
            return null;
        }
    }

    private MethodOverrides overrides(String field, Map<String, String> words) {
        var actions = new TreeMap<String, Action>();
        words.forEach((method, word) -> Action.of(word == null ? "" : word)
                .ifPresentOrElse(
                        action -> actions.put(method, action),
                        () -> faults.add(new Fault(
                                field,
                                "Say what `" + method + "` does: `create`, `read`, `update` or `delete`, not `" + word
                                        + "`."))));
        try {
            return MethodOverrides.of(actions);
        } catch (InvalidValue invalid) {
            faults.add(new Fault(field, invalid.getMessage() + "."));
            return MethodOverrides.NONE;
        }
    }

    /**
     * Why a pattern cannot stand beside the one that is there.
     *
     * @param area the name of the area that is being looked at, or empty
     */
    static Fault collision(String field, PathPattern pattern, Collisions.Taken taken, String area) {
        var where = taken.area().equals(area) ? "of this area too" : "of the area `" + taken.area() + "`";
        return new Fault(
                field,
                "`" + pattern.text() + "` collides with `" + taken.pattern().text() + "` " + where
                        + ": some path would match both and neither is the better. Drop one of them.");
    }

    private static AreaPath.@Nullable Documented documented(Area before, PathPattern pattern) {
        return before.paths().stream()
                .filter(path -> path.isSameAs(pattern))
                .findFirst()
                .map(AreaPath::documented)
                .orElse(null);
    }
}
