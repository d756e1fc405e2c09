package io.bailiwick.tickets;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.ListLinks;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tickets, and the files that came with one. */
@Controller
class TicketsScreen {
    private final Tickets tickets;
    private final Guard guard;

    TicketsScreen(Tickets tickets, Guard guard) {
        this.tickets = tickets;
        this.guard = guard;
    }

    @GetMapping("/tickets")
    @Guarded(area = PanelArea.TICKETS, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String own,
            PageRequest request) {
        var page = tickets.list(actor, TicketFilter.of(q, state, own.equals("true")), request);
        var links = new ListLinks("/tickets", Map.of("q", q, "state", state, "own", own), "");
        model.addAttribute("page", page);
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("own", own);
        model.addAttribute("next", links.next(page.next()));
        model.addAttribute("mayCreate", guard.may(actor, PanelArea.TICKETS, Action.CREATE));
        return "tickets/list";
    }

    @GetMapping("/tickets/{ticket}/attachments/{attachment}")
    @Guarded(area = PanelArea.TICKETS, action = Action.READ)
    ResponseEntity<byte[]> attachment(Actor actor, @PathVariable String ticket, @PathVariable String attachment) {
        return Uploads.answer(tickets.attachment(actor, TicketId.read(ticket), Ids.read(attachment, "attachment")));
    }
}
