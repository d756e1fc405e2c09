package io.bailiwick.tickets;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.tickets.TicketAnswers.Answer;
import io.bailiwick.tickets.TicketAnswers.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketsApi {
    private final Tickets tickets;
    private final TicketAnswers answers;

    TicketsApi(Tickets tickets, TicketAnswers answers) {
        this.tickets = tickets;
        this.answers = answers;
    }

    record State(@OneOf(TicketState.class) @Nullable String state) {}

    @GetMapping("/api/v1/tickets")
    @Guarded(area = PanelArea.TICKETS, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @OneOf(TicketState.class) @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean own,
            PageRequest page) {
        return tickets.list(actor, TicketFilter.of(q, state, own), page).map(Answer::of);
    }

    @GetMapping("/api/v1/tickets/{ticket}")
    @Guarded(area = PanelArea.TICKETS, action = Action.READ)
    ResponseEntity<Opened> show(Actor actor, @PathVariable String ticket) {
        return answers.answer(actor, TicketId.read(ticket));
    }

    @PatchMapping("/api/v1/tickets/{ticket}")
    @Guarded(area = PanelArea.TICKETS, action = Action.UPDATE)
    ResponseEntity<Opened> change(Actor actor, @PathVariable String ticket, @RequestBody State body, IfMatch match) {
        var id = TicketId.read(ticket);
        tickets.setOpen(actor, id, TicketState.of(body.state()) == TicketState.OPEN, match.version());
        return answers.answer(actor, id);
    }

    @GetMapping("/api/v1/tickets/{ticket}/attachments/{attachment}")
    @Guarded(area = PanelArea.TICKETS, action = Action.READ)
    ResponseEntity<byte[]> attachment(Actor actor, @PathVariable String ticket, @PathVariable String attachment) {
        return Uploads.answer(tickets.attachment(actor, TicketId.read(ticket), Ids.read(attachment, "attachment")));
    }
}
