package io.bailiwick.conformance;

import static java.util.stream.Collectors.toMap;

import io.bailiwick.engine.Directory;
import io.bailiwick.engine.Excess;
import io.bailiwick.engine.Explanation;
import io.bailiwick.engine.GateFinding;
import io.bailiwick.engine.InvalidPolicy;
import io.bailiwick.engine.Location;
import io.bailiwick.engine.Policy;
import io.bailiwick.engine.Subject;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.IpAddress;
import io.bailiwick.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The engine, asked through one of its doors. */
public final class EngineJudge implements Judge {
    private final Door door;
    private final Policy policy;
    private final Map<String, Subject> subjects;
    private final Directory directory;

    /** The ways in which the engine decides. What a door has no room for is asked through {@link #TEXT}. */
    public enum Door {
        /** The path and the address as text. */
        TEXT,
        /** The address parsed beforehand. */
        PARSED,
        /** By the user's id, among all users. */
        DIRECTORY,
        /** By area and action, after the path was located. */
        AREA
    }

    private EngineJudge(World world, Door door) {
        this.door = door;
        try {
            policy = Policy.of(EngineWorld.policy(world));
            var users = world.users().stream().map(EngineWorld::user).toList();
            directory = Directory.of(policy, users);
            subjects = world.users().stream()
                    .collect(toMap(World.User::name, user -> policy.subject(EngineWorld.user(user))));
        } catch (InvalidValue | InvalidPolicy invalid) {
            throw new WorldRefused(String.valueOf(invalid.getMessage()));
        }
    }

    /** The engine behind that door. */
    public static Candidate behind(Door door) {
        return world -> of(world, door);
    }

    /**
     * The engine with that world, behind that door.
     *
     * @throws WorldRefused when the engine refuses it
     */
    public static EngineJudge of(World world, Door door) {
        return new EngineJudge(world, door);
    }

    @Override
    public Decision decide(Request request) {
        var subject = subject(request.user());
        var application = EngineWorld.application(request.application());
        var located = policy.locate(application, request.method(), request.path());
        var decision = ask(subject, application, request, located);
        if (!decision.allowed()) {
            return Decision.denied(gate(Objects.requireNonNull(decision.gate())));
        }
        return Decision.allowed(sight(decision.scope(), located.orElse(null)));
    }

    private io.bailiwick.engine.Decision ask(
            Subject subject, UUID application, Request request, Optional<Location> located) {
        var partner = EngineWorld.partner(request.partner());
        var address = request.address();
        if (address == null) {
            return door == Door.AREA && located.isPresent() && located.get().action() != null
                    ? subject.decide(located.get().area().id(), located.get().action(), partner)
                    : subject.decide(application, request.method(), request.path(), partner);
        }
        var parsed = IpAddress.of(address);
        if (door == Door.PARSED && parsed.isPresent()) {
            return subject.decide(application, request.method(), request.path(), parsed.get(), partner);
        }
        if (door == Door.DIRECTORY && partner == null && request.user() != null) {
            var user = EngineWorld.user(request.user());
            return parsed.isPresent()
                    ? directory.decide(user, application, request.method(), request.path(), parsed.get())
                    : directory.decide(user, application, request.method(), request.path(), address);
        }
        if (door == Door.AREA && located.isPresent() && located.get().action() != null) {
            return subject.decide(located.get().area().id(), located.get().action(), address, partner);
        }
        return subject.decide(application, request.method(), request.path(), address, partner);
    }

    /** Reads the answer off the gates, not off the decision that the explanation carries. */
    @Override
    public Decision explain(Request request) {
        var explanation = subject(request.user())
                .explain(
                        EngineWorld.application(request.application()),
                        request.method(),
                        request.path(),
                        request.address(),
                        EngineWorld.partner(request.partner()));
        return firstClosed(explanation)
                .map(finding -> Decision.denied(gate(finding.gate())))
                .orElseGet(() -> Decision.allowed(sight(explanation.scope(), explanation.location())));
    }

    private static Optional<GateFinding> firstClosed(Explanation explanation) {
        return explanation.gates().stream()
                .filter(finding -> finding.state() == GateFinding.State.CLOSED)
                .findFirst();
    }

    @Override
    public boolean exceeds(String user, String actor) {
        return !Excess.of(subject(actor), subject(user)).isEmpty();
    }

    /** The policy as the engine compiled it. */
    public Policy policy() {
        return policy;
    }

    /** The user with that name as the engine compiled it; nobody when there is none. */
    public Subject subject(@Nullable String user) {
        var subject = user == null ? null : subjects.get(user);
        return subject == null ? policy.nobody() : subject;
    }

    private static Gate gate(io.bailiwick.model.Gate gate) {
        return Gate.valueOf(gate.name());
    }

    /** What the scope shows of this world; a public area is open without one. */
    private @Nullable Sight sight(Scope scope, @Nullable Location location) {
        if (location != null && location.area().gate() == AreaGate.PUBLIC) {
            return null;
        }
        List<String> seen = policy.definition().partners().stream()
                .filter(partner -> scope.holds(partner.id(), partner.reseller()))
                .map(partner -> partner.key())
                .toList();
        return Sight.of(seen, scope.holdsRowsWithoutPartner());
    }
}
