package io.bailiwick.routing;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.partners.SeenPartner;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A form that was read and can be saved. */
record RouteDraft(String prefix, SeenPartner partner, int priority, Instant effectiveFrom) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /**
     * Reads a form.
     *
     * @param partners finds a partner whose data the actor sees
     * @throws Refusal.Invalid with every fault
     */
    static RouteDraft read(RouteForm form, Instant now, Function<String, Optional<SeenPartner>> partners) {
        var faults = new ArrayList<Fault>();
        var prefix = Digits.of(Objects.requireNonNullElse(form.prefix(), ""));
        if (prefix.isEmpty()) {
            faults.add(new Fault("prefix", "Write the first 1 to 15 digits of the numbers, such as `4420`."));
        }
        var key = Objects.requireNonNullElse(form.partner(), "").strip();
        var partner = key.isEmpty() ? Optional.<SeenPartner>empty() : partners.apply(key);
        if (partner.isEmpty()) {
            faults.add(new Fault(
                    "partner",
                    key.isEmpty()
                            ? "Choose the partner that takes these calls."
                            : "There is no partner `" + key + "`."));
        }
        var priority = form.priority() == null ? 1 : form.priority();
        if (priority < 1 || priority > 99) {
            faults.add(new Fault("priority", "Write a number from 1, which goes first, to 99."));
        }
        var from = from(form.effectiveFrom(), now, faults);
        if (prefix.isEmpty() || partner.isEmpty() || !faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return new RouteDraft(prefix.get(), partner.get(), priority, from);
    }

    /** Whether saving it would change the route. */
    boolean isAlready(Route route) {
        return equals(new RouteDraft(route.prefix(), route.partner(), route.priority(), route.effectiveFrom()));
    }

    private static Instant from(@Nullable String typed, Instant now, List<Fault> faults) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return now.truncatedTo(ChronoUnit.SECONDS);
        }
        var read = time(text);
        if (read == null || read.isBefore(EARLIEST) || read.isAfter(LATEST)) {
            faults.add(new Fault(
                    "effectiveFrom",
                    "Write a time of this century, such as `2026-12-01T00:00:00Z`, or nothing for now."));
            return now;
        }
        return read;
    }

    /** The moment that a text of RFC 3339 names; null when it names none. */
    static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeParseException noTime) {
            return null;
        }
    }
}
