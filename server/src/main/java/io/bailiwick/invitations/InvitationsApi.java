package io.bailiwick.invitations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.invitations.Verdict.Finding;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inviting for scripts. */
@RestController
class InvitationsApi {
    private final Invitations invitations;
    private final Phrases phrases;

    InvitationsApi(Invitations invitations, Phrases phrases) {
        this.invitations = invitations;
        this.phrases = phrases;
    }

    /** What may have become of one address. */
    enum Became {
        INVITED,
        ALREADY_A_USER,
        INVALID;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What became of one address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            String email,
            Became outcome,
            @Nullable String reason,
            @Nullable String suggestion,
            @Nullable UUID user) {}

    record Answer(List<Outcome> items, int invited) {}

    /** Some text or a list, to be judged. */
    record Question(@Nullable String text, @Nullable List<@Nullable String> emails) {}

    /** What would become of one address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(
            int line,
            String email,
            @Nullable String name,
            @OneOf(Finding.class) String verdict,
            @Nullable String reason,
            @Nullable String suggestion,
            @Nullable UUID user) {}

    record Verdicts(List<Checked> items, int ready, int skipped, int invalid) {}

    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/api/v1/invitations")
    Answer send(Actor actor, @RequestBody InvitationForm form) {
        var sent = invitations.send(actor, Addresses.listed(form.emails()), form.rights(), form.note());
        var invited = new HashMap<Integer, UserId>();
        var ready = sent.roll().ready();
        for (int at = 0; at < ready.size(); at++) {
            invited.put(ready.get(at).place(), sent.users().get(at).id());
        }
        var outcomes = new ArrayList<Outcome>();
        for (var verdict : sent.roll().verdicts()) {
            outcomes.add(outcome(verdict, invited.getOrDefault(verdict.place(), verdict.user())));
        }
        return new Answer(outcomes, sent.users().size());
    }

    /** What would become of each; nothing is sent. */
    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/api/v1/invitations/check")
    Verdicts check(Actor actor, @RequestBody Question question) {
        var addresses =
                question.text() == null ? Addresses.listed(question.emails()) : Addresses.pasted(question.text());
        var roll = invitations.check(actor, addresses);
        var checked = roll.verdicts().stream()
                .map(verdict -> new Checked(
                        verdict.line(),
                        verdict.text(),
                        verdict.name().isEmpty() ? null : verdict.name(),
                        verdict.finding().word(),
                        phrases.reason(verdict),
                        verdict.suggestion(),
                        id(verdict.user())))
                .toList();
        return new Verdicts(checked, roll.ready().size(), roll.skipped(), roll.invalid());
    }

    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/api/v1/users/{id}/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendAgain(Actor actor, @PathVariable String id) {
        invitations.sendAgain(actor, UserId.read(id));
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @DeleteMapping("/api/v1/users/{id}/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable String id, IfMatch match) {
        invitations.withdraw(actor, UserId.read(id), match.version());
    }

    /** By the time that it is its turn, the second of two alike belongs to a user. */
    private Outcome outcome(Verdict verdict, @Nullable UserId user) {
        var outcome = switch (verdict.finding()) {
            case READY -> Became.INVITED;
            case DUPLICATE, ALREADY_A_USER -> Became.ALREADY_A_USER;
            case INVALID -> Became.INVALID;
        };
        return new Outcome(verdict.text(), outcome, phrases.reason(verdict), verdict.suggestion(), id(user));
    }

    private static @Nullable UUID id(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
