package io.bailiwick.decisions;

import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.Subject;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Explains decisions about users in the actor's sight. */
@Service
class Explanations {
    private final Policies policies;
    private final Guard guard;

    Explanations(Policies policies, Guard guard) {
        this.policies = policies;
        this.guard = guard;
    }

    /**
     * Explains. An application or a partner that is not there, or not in the actor's sight, closes its gate as it would for
     * a request; so does a path that is none.
     *
     * @throws Refusal.Invalid when a question is missing
     * @throws Refusal.NotFound when the user is not there or not in the actor's sight
     */
    Explained explain(Actor actor, Question question) {
        return explain(actor, question, List.of());
    }

    /**
     * Explains as if these edits were saved.
     *
     * @throws Refusal as {@link #explain(Actor, Question)}
     */
    Explained explain(Actor actor, Question question, List<Proposal> drafts) {
        check(question);
        var asked = asked(actor, question.user(), drafts);
        var panel = asked.panel();
        var application = panel.application(
                        question.application().isBlank()
                                ? "cockpit"
                                : question.application().strip())
                .map(ApplicationDefinition::id)
                .orElse(Panel.NOWHERE);
        var explanation = asked.subject()
                .explain(
                        application,
                        question.method(),
                        question.path(),
                        question.address().isEmpty() ? null : question.address(),
                        partner(actor, panel, question.partner().strip()));
        return Explained.of(panel, AboveResellers.explained(panel, asked.subject(), explanation));
    }

    /**
     * What was found, and in which application.
     *
     * @param application its key
     */
    record Answered(Explained explained, String application) {}

    /**
     * Explains what somebody may do in an area, as if these edits were saved.
     *
     * @param area the id of the area, or `<application key>/<name>`
     * @param action the action's word
     * @throws Refusal as {@link #explain(Actor, Question)}
     */
    Answered explain(Actor actor, String user, String area, String action, List<Proposal> drafts) {
        var does = Action.of(action)
                .orElseThrow(
                        () -> new Refusal.Invalid("action", "Choose among `create`, `read`, `update` and `delete`."));
        if (user.isBlank()) {
            throw new Refusal.Invalid("user", "Name a user by e-mail address or id.");
        }
        var asked = asked(actor, user, drafts);
        var panel = asked.panel();
        var found = panel.area(area.strip()).orElseThrow(() -> new Refusal.NotFound("area"));
        var explanation = asked.subject().explain(found.id(), does, null, null);
        return new Answered(
                Explained.of(panel, AboveResellers.explained(panel, asked.subject(), explanation)),
                panel.key(found.application()));
    }

    private record Asked(Panel panel, Subject subject) {}

    private Asked asked(Actor actor, String user, List<Proposal> drafts) {
        var policy = EngineGuard.known(() -> policies.current(actor.account()));
        var person = person(actor, policy, user).orElseThrow(() -> new Refusal.NotFound("user"));
        if (drafts.isEmpty()) {
            return new Asked(policy.panel(), person.subject());
        }
        var panel = policy.panel();
        var row = person.row();
        for (var draft : drafts) {
            var proposed = Proposed.of(panel, draft);
            panel = proposed.then();
            row = proposed.then(row);
        }
        return new Asked(panel, panel.policy().subject(row));
    }

    /**
     * The id of the user that a question names.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    UserId user(Actor actor, String idOrEmail) {
        var policy = EngineGuard.known(() -> policies.current(actor.account()));
        return person(actor, policy, idOrEmail)
                .map(person -> new UserId(person.row().id()))
                .orElseThrow(() -> new Refusal.NotFound("user"));
    }

    /** The account's applications, the panel itself first. */
    List<ApplicationDefinition> applications(Actor actor) {
        return EngineGuard.known(() -> policies.current(actor.account())).policy().definition().applications().stream()
                .sorted(Comparator.comparing(ApplicationDefinition::isBuiltIn)
                        .reversed()
                        .thenComparing(ApplicationDefinition::key))
                .toList();
    }

    /** What people call the application with that key; the key itself when it is gone. */
    String applicationName(Actor actor, String key) {
        var panel = EngineGuard.known(() -> policies.current(actor.account())).panel();
        return panel.application(key)
                .map(application -> panel.name(application.id()))
                .orElse(key);
    }

    private static void check(Question question) {
        var faults = new ArrayList<Refusal.Invalid.Fault>();
        if (question.user().isBlank()) {
            faults.add(new Refusal.Invalid.Fault("user", "Name a user by e-mail address or id."));
        }
        if (question.method().isBlank()) {
            faults.add(new Refusal.Invalid.Fault("method", "Name a method, such as `GET`."));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }

    /** Users of another reseller are not there for somebody with a reseller. */
    private Optional<Person> person(Actor actor, AccountPolicy policy, String idOrEmail) {
        var reseller = guard.reseller(actor);
        return id(idOrEmail)
                .map(UserId::new)
                .or(() -> EngineGuard.known(() -> policies.find(actor.account(), idOrEmail.strip())))
                .flatMap(user -> EngineGuard.known(() -> policy.person(user)))
                .filter(person ->
                        reseller == null || reseller.equals(person.row().reseller()));
    }

    /** The id of the partner that a question names, {@link Panel#NOWHERE} when none in sight is; null when it names none. */
    @Nullable
    UUID partner(Actor actor, Panel panel, String keyOrId) {
        if (keyOrId.isEmpty()) {
            return null;
        }
        var scope = guard.visible(actor);
        return panel.policy().definition().partners().stream()
                .filter(partner -> partner.key().equals(keyOrId.toLowerCase(Locale.ROOT))
                        || partner.id().toString().equals(keyOrId))
                .filter(partner -> scope.holds(partner.id(), partner.reseller()))
                .map(partner -> partner.id())
                .findFirst()
                .orElse(Panel.NOWHERE);
    }

    private static Optional<UUID> id(String text) {
        return Ids.read(text.strip());
    }
}
