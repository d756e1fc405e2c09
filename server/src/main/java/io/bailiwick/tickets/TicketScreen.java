package io.bailiwick.tickets;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A new ticket, and one ticket: the conversation, replying, closing. */
@Controller
class TicketScreen {
    private final Tickets tickets;
    private final Guard guard;

    TicketScreen(Tickets tickets, Guard guard) {
        this.tickets = tickets;
        this.guard = guard;
    }

    @GetMapping("/tickets/new")
    @Guarded(area = PanelArea.TICKETS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        return fresh(actor, model, "", "", Errors.none());
    }

    @PostMapping(path = "/tickets", consumes = "multipart/form-data")
    @Guarded(area = PanelArea.TICKETS, action = Action.CREATE)
    String open(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        try {
            var id = tickets.open(actor, new TicketForm(subject, text, Uploads.read(files)));
            flash.done("tickets.opened");
            return "redirect:/tickets/" + id;
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return fresh(actor, model, subject, text, Errors.refused(response, refused, ""));
        }
    }

    @GetMapping("/tickets/{ticket}")
    @Guarded(area = PanelArea.TICKETS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String ticket) {
        return show(actor, model, TicketId.read(ticket), "", Errors.none());
    }

    @PostMapping(path = "/tickets/{ticket}/replies", consumes = "multipart/form-data")
    @Guarded(area = PanelArea.TICKETS, action = Action.CREATE)
    String reply(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String ticket,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        var id = TicketId.read(ticket);
        try {
            tickets.reply(actor, id, new TicketForm(null, text, Uploads.read(files)));
            flash.done("tickets.replied");
            return "redirect:/tickets/" + id;
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return show(actor, model, id, text, Errors.refused(response, refused, ""));
        }
    }

    @PostMapping("/tickets/{ticket}/state")
    @Guarded(area = PanelArea.TICKETS, action = Action.UPDATE)
    String state(Actor actor, Flash flash, @PathVariable String ticket, @RequestParam(defaultValue = "") String state) {
        var id = TicketId.read(ticket);
        tickets.setOpen(actor, id, state.equals("open"), null);
        flash.done(state.equals("open") ? "tickets.reopened" : "tickets.closed");
        return "redirect:/tickets/" + id;
    }

    private String fresh(Actor actor, Model model, String subject, String text, Errors errors) {
        model.addAttribute("subject", subject);
        model.addAttribute("text", text);
        model.addAttribute("errors", errors);
        model.addAttribute("obstacle", tickets.obstacle(actor));
        return "tickets/new";
    }

    private String show(Actor actor, Model model, TicketId id, String text, Errors errors) {
        model.addAttribute("ticket", tickets.get(actor, id));
        model.addAttribute("posts", tickets.posts(actor, id));
        model.addAttribute("text", text);
        model.addAttribute("errors", errors);
        model.addAttribute("obstacle", tickets.obstacle(actor));
        model.addAttribute("mayReply", guard.may(actor, PanelArea.TICKETS, Action.CREATE));
        model.addAttribute("mayClose", guard.may(actor, PanelArea.TICKETS, Action.UPDATE));
        return "tickets/ticket";
    }
}
