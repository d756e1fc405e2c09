package io.bailiwick.tickets;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.tickets.TicketAnswers.Opened;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Opening tickets and replying: as JSON, or as a form with files. */
@RestController
class TicketPostsApi {
    private final Tickets tickets;
    private final TicketAnswers answers;

    TicketPostsApi(Tickets tickets, TicketAnswers answers) {
        this.tickets = tickets;
        this.answers = answers;
    }

    record Written(@Nullable String subject, @Nullable String text) {}

    @PostMapping(path = "/api/v1/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Guarded(area = PanelArea.TICKETS, action = Action.CREATE)
    ResponseEntity<Opened> open(Actor actor, @RequestBody Written body) {
        return created(actor, tickets.open(actor, new TicketForm(body.subject(), body.text(), List.of())));
    }

    @PostMapping(path = "/api/v1/tickets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Guarded(area = PanelArea.TICKETS, action = Action.CREATE)
    ResponseEntity<Opened> open(
            Actor actor,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        return created(actor, tickets.open(actor, new TicketForm(subject, text, Uploads.read(files))));
    }

    @PostMapping(path = "/api/v1/tickets/{ticket}/replies", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Guarded(area = PanelArea.TICKETS, action = Action.CREATE)
    ResponseEntity<Opened> reply(Actor actor, @PathVariable String ticket, @RequestBody Written body) {
        return replied(actor, TicketId.read(ticket), new TicketForm(null, body.text(), List.of()));
    }

    @PostMapping(path = "/api/v1/tickets/{ticket}/replies", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Guarded(area = PanelArea.TICKETS, action = Action.CREATE)
    ResponseEntity<Opened> reply(
            Actor actor,
            @PathVariable String ticket,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        return replied(actor, TicketId.read(ticket), new TicketForm(null, text, Uploads.read(files)));
    }

    private ResponseEntity<Opened> replied(Actor actor, TicketId id, TicketForm form) {
        tickets.reply(actor, id, form);
        return created(actor, id);
    }

    private ResponseEntity<Opened> created(Actor actor, TicketId id) {
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + id)).body(answers.whole(actor, id));
    }
}
