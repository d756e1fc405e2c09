package io.bailiwick.ui;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What is wrong with a form, by field, in the order in which it was found. */
public final class Errors {
    private static final Errors NONE = new Errors(Map.of(), null);

    private final Map<String, List<String>> byField;
    private final @Nullable UUID decision;

    private Errors(Map<String, List<String>> byField, @Nullable UUID decision) {
        this.byField = byField;
        this.decision = decision;
    }

    /** Nothing is wrong. */
    public static Errors none() {
        return NONE;
    }

    /** These errors and one more; a field named {@code ""} stands for the form as a whole. */
    public Errors and(String field, String message) {
        var copy = new LinkedHashMap<String, List<String>>();
        byField.forEach((name, messages) -> copy.put(name, new ArrayList<>(messages)));
        copy.computeIfAbsent(field, name -> new ArrayList<>()).add(message);
        return new Errors(copy, decision);
    }

    /** What a façade found wrong. */
    public static Errors of(Refusal.Invalid invalid) {
        var errors = NONE;
        for (var fault : invalid.faults()) {
            errors = errors.and(fault.field(), fault.message());
        }
        return errors;
    }

    /** These errors, which tell of that refusal: with the id under which it is recorded, if it is. */
    public Errors decided(Refusal refusal) {
        return new Errors(byField, refusal.decision());
    }

    /** The id under which the refusal is recorded that they tell of, or null. */
    public @Nullable UUID decision() {
        return decision;
    }

    /**
     * What was refused, as it is shown on the form, and the answer's status by its kind.
     *
     * @param field what a refusal of the whole is about, such as the name that is taken
     */
    public static Errors refused(HttpServletResponse response, Refusal refusal, String field) {
        var status = switch (refusal) {
            case Refusal.Beyond beyond -> HttpStatus.FORBIDDEN;
            case Refusal.Stale stale -> HttpStatus.PRECONDITION_FAILED;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.setStatus(status.value());
        return switch (refusal) {
            case Refusal.Invalid invalid -> of(invalid);
            case Refusal.Beyond beyond -> NONE.and("", beyond.detail()).decided(beyond);
            case Refusal.Stale stale -> NONE;
            default -> NONE.and(field, refusal.detail()).decided(refusal);
        };
    }

    /** Too many attempts: says when the next one is heard, on the form and in the answer's head. */
    public static Errors tooOften(HttpServletResponse response, Refusal.TooOften refusal) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        return NONE.and("", refusal.detail());
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** How many fields have something wrong. */
    public int count() {
        return byField.size();
    }

    /** Whether the field has something wrong. */
    public boolean has(String field) {
        return byField.containsKey(field);
    }

    /** The messages of a field, none when it is fine. */
    public List<String> of(String field) {
        return byField.getOrDefault(field, List.of());
    }

    /** The ids of the texts that describe a field: its hint, or why it is locked, and its error. Null for none. */
    public @Nullable String describedBy(String field, @Nullable String hint, @Nullable String locked) {
        var described = hint != null || locked != null;
        if (!has(field)) {
            return described ? field + "-hint" : null;
        }
        return (described ? field + "-hint " : "") + field + "-error";
    }

    /** Every field with its messages. */
    public Map<String, List<String>> all() {
        return byField;
    }
}
