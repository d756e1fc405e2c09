package io.bailiwick.model;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a path pattern says about single methods, such as {@code POST} of a search being a read
 * ({@code x-bailiwick-access} in OpenAPI documents). It holds only for paths that match the pattern whole.
 */
public final class MethodOverrides {

    /** No override. */
    public static final MethodOverrides NONE = new MethodOverrides(Map.of());

    private final Map<String, Action> actions;

    private MethodOverrides(Map<String, Action> actions) {
        this.actions = actions;
    }

    /**
     * The overrides that give these methods these actions.
     *
     * @throws InvalidValue when a method is {@code HEAD}, which always follows {@code GET}, or no method at all
     */
    public static MethodOverrides of(Map<String, Action> actions) {
        for (var method : new TreeMap<>(actions).keySet()) {
            if (method.equals("HEAD")) {
                throw new InvalidValue("`HEAD` always follows `GET` and cannot be given an action of its own");
            }
            if (!HttpMethods.isMethod(method)) {
                throw new InvalidValue("`" + method + "` is no HTTP method");
            }
        }
        return actions.isEmpty() ? NONE : new MethodOverrides(Map.copyOf(actions));
    }

    /**
     * The action of a method on a path that matches the pattern whole: the override if there is one, else the usual one.
     *
     * @return null when the method has no action
     */
    public @Nullable Action actionOf(String method) {
        if (actions.isEmpty()) {
            return HttpMethods.actionOf(method);
        }
        var override = actions.get(method.equals("HEAD") ? "GET" : method);
        return override != null ? override : HttpMethods.actionOf(method);
    }

    /** The methods that have an override, with their actions. */
    public Map<String, Action> actions() {
        return actions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MethodOverrides overrides && actions.equals(overrides.actions);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(actions);
    }

    @Override
    public String toString() {
        return new TreeMap<>(actions).toString();
    }
}
