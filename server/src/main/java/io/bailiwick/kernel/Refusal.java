package io.bailiwick.kernel;

import io.bailiwick.model.Gate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expected refusal: the message says in plain words what was wrong and what to do about it. One place maps each kind
 * to its HTTP status; nobody else catches them but a screen that shows an {@link Invalid} beside its fields.
 */
public abstract sealed class Refusal extends RuntimeException {
    private Refusal(String message) {
        super(message, null, false, false);
    }

    /** The plain words. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The id under which the refusal is recorded; null for a kind of refusal that is not. */
    public @Nullable UUID decision() {
        return null;
    }

    /** 400: the request cannot be read. */
    public static final class Malformed extends Refusal {
        public Malformed(String detail) {
            super(detail);
        }
    }

    /** 401: no valid session. */
    public static final class SignedOut extends Refusal {
        public SignedOut() {
            this("Sign in first.");
        }

        /** @param detail why nobody is signed in */
        public SignedOut(String detail) {
            super(detail);
        }
    }

    /** 403, or 404 for the gates `area` and `data`: a gate of the access model is closed. */
    public static final class Denied extends Refusal {
        private final Gate gate;
        private final @Nullable UUID decision;

        /**
         * @param gate the gate that closed
         * @param reason why, for a person
         * @param decision the id under which the refusal is recorded, or null when it is not
         */
        public Denied(Gate gate, String reason, @Nullable UUID decision) {
            super(reason);
            this.gate = gate;
            this.decision = decision;
        }

        /** The gate that closed. */
        public Gate gate() {
            return gate;
        }

        @Override
        public @Nullable UUID decision() {
            return decision;
        }
    }

    /** 403: what was asked reaches beyond the actor's own rights. */
    public static final class Beyond extends Refusal {
        private final UUID decision = Ids.next();

        public Beyond(String detail) {
            super(detail);
        }

        @Override
        public UUID decision() {
            return decision;
        }
    }

    /** 404: it is not there, or not in the actor's sight; the two look alike. */
    public static final class NotFound extends Refusal {
        /** @param what the kind of thing, as in `There is no such <what>.` */
        public NotFound(String what) {
            super("There is no such " + what + ".");
        }
    }

    /** 409: a guard rail or a duplicate stands against it. */
    public static final class Conflict extends Refusal {
        private final List<Invalid.Fault> reasons;
        private final @Nullable UUID decision;

        /** Something is there already, or is not as it would have to be. */
        public Conflict(String detail) {
            this(detail, List.of(), null);
        }

        private Conflict(String detail, List<Invalid.Fault> reasons, @Nullable UUID decision) {
            super(detail);
            this.reasons = List.copyOf(reasons);
            this.decision = decision;
        }

        /** A guard rail stands against it, which is recorded. */
        public static Conflict rail(String detail) {
            return rail(detail, List.of());
        }

        /**
         * A guard rail stands against it, which is recorded.
         *
         * @param reasons a word for each part of the request that it stands against
         */
        public static Conflict rail(String detail, List<Invalid.Fault> reasons) {
            return new Conflict(detail, reasons, Ids.next());
        }

        @Override
        public @Nullable UUID decision() {
            return decision;
        }

        /** A word for each part of the request that it stands against; empty when it is the whole. */
        public List<Invalid.Fault> reasons() {
            return reasons;
        }
    }

    /** 409: it would open or close more than meets the eye; the same call with the token goes through. */
    public static final class Unconfirmed extends Refusal {
        private final Object difference;
        private final String token;

        /**
         * @param detail what would happen, in a sentence with numbers
         * @param difference the same as data, shown as JSON
         * @param token what confirms it, as `?confirm=`
         */
        public Unconfirmed(String detail, Object difference, String token) {
            super(detail);
            this.difference = difference;
            this.token = token;
        }

        /** What would happen, as data. */
        public Object difference() {
            return difference;
        }

        /** What confirms it. */
        public String token() {
            return token;
        }
    }

    /** 410: it was there and is spent. */
    public static final class Gone extends Refusal {
        public Gone(String detail) {
            super(detail);
        }
    }

    /** 412: somebody saved a newer version in between. */
    public static final class Stale extends Refusal {
        private final long current;

        /** @param current the version that is there now */
        public Stale(long current) {
            super("Somebody else saved this in between (it is version " + current
                    + " now). Look at it as it is, then make your change again.");
            this.current = current;
        }

        /** The version that is there now. */
        public long current() {
            return current;
        }

        /** Throws when a version was expected and another one is there. */
        public static void check(@Nullable Long expected, long current) {
            if (expected != null && expected != current) {
                throw new Stale(current);
            }
        }
    }

    /** 413: the body is larger than is read here. */
    public static final class TooLarge extends Refusal {
        /** @param most how many bytes are read at most */
        public TooLarge(long most) {
            super("Send at most " + most / 1_000_000 + " MB.");
        }
    }

    /** 422: the values cannot be, each fault with its field. */
    public static final class Invalid extends Refusal {
        private final List<Fault> faults;

        /** @param faults at least one */
        public Invalid(List<Fault> faults) {
            super(faults.size() == 1 ? faults.getFirst().message() : faults.size() + " fields need another look.");
            this.faults = List.copyOf(faults);
        }

        public Invalid(String field, String message) {
            this(List.of(new Fault(field, message)));
        }

        /** Every fault found. */
        public List<Fault> faults() {
            return faults;
        }

        /**
         * One fault.
         *
         * @param field the field's name in the API; `rules[2].area` for nested ones
         * @param message what is wrong and what to do
         */
        public record Fault(String field, String message) {}
    }

    /** 429: too often. */
    public static final class TooOften extends Refusal {
        private final Duration retryAfter;

        public TooOften(String detail, Duration retryAfter) {
            super(detail);
            this.retryAfter = retryAfter;
        }

        /** How long to wait. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** 503: the answer cannot be known now. */
    public static final class Unavailable extends Refusal {
        public Unavailable(String detail) {
            super(detail);
        }
    }
}
