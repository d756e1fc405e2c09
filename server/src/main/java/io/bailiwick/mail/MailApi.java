package io.bailiwick.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.UserId;
import io.bailiwick.mail.OpenedMail.Try;
import io.bailiwick.model.Action;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MailApi {
    private final Mails mails;

    MailApi(Mails mails) {
        this.mails = mails;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            UUID id,
            @OneOf(MailView.class) String kind,
            @Nullable UUID user,
            String name,
            String email,
            String subject,
            @OneOf(MailState.class) String state,
            int tries,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant nextTryAt,
            @Nullable Instant sentAt,
            long version) {
        static Answer of(Mail mail) {
            var user = mail.user();
            return new Answer(
                    mail.id().value(),
                    mail.kind(),
                    user == null ? null : user.value(),
                    mail.name(),
                    mail.email(),
                    mail.subject(),
                    mail.state().word(),
                    mail.tries(),
                    mail.reason(),
                    mail.createdAt(),
                    mail.state() == MailState.WAITING ? mail.nextTryAt() : null,
                    mail.sentAt(),
                    mail.version());
        }
    }

    /** @param hidden why link and code are neither in `text` nor in `html`; null when nothing is left out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(
            @JsonUnwrapped Answer mail,
            List<Try> attempts,
            String text,
            String html,
            @Nullable String hidden) {}

    @GetMapping("/api/v1/mail")
    @Guarded(area = PanelArea.OUTGOING_MAIL, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @OneOf(MailState.class) @RequestParam(defaultValue = "") String state,
            @OneOf(MailView.class) @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable UUID user,
            PageRequest page) {
        var filter = new MailFilter(
                q,
                state.isEmpty() ? null : MailState.of(state),
                MailView.known(kind),
                user == null ? null : new UserId(user));
        return mails.list(actor, filter, page).map(Answer::of);
    }

    @GetMapping("/api/v1/mail/{mail}")
    @Guarded(area = PanelArea.OUTGOING_MAIL, action = Action.READ)
    ResponseEntity<Opened> show(Actor actor, @PathVariable String mail) {
        return answer(actor, MailId.read(mail));
    }

    @PostMapping("/api/v1/mail/{mail}/resend")
    @Guarded(area = PanelArea.OUTGOING_MAIL, action = Action.UPDATE)
    ResponseEntity<Opened> resend(Actor actor, @PathVariable String mail, IfMatch match) {
        var id = MailId.read(mail);
        mails.resend(actor, id, match.version());
        return answer(actor, id);
    }

    private ResponseEntity<Opened> answer(Actor actor, MailId id) {
        var opened = mails.get(actor, id);
        var drawn = mails.draw(actor.account(), opened.letter());
        return ResponseEntity.ok()
                .eTag(Long.toString(opened.mail().version()))
                .body(new Opened(
                        Answer.of(opened.mail()), opened.tries(), drawn.text(), drawn.html(), opened.hidden()));
    }
}
