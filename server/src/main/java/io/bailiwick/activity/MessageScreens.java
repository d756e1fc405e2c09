package io.bailiwick.activity;

import io.bailiwick.flows.Direction;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.partners.PartnerChoice;
import io.bailiwick.ui.Offered;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of messages, and one message. */
@Controller
class MessageScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Messages messages;
    private final Issues issues;
    private final PartnerChoice partners;
    private final Guard guard;

    MessageScreens(Messages messages, Issues issues, PartnerChoice partners, Guard guard) {
        this.messages = messages;
        this.issues = issues;
        this.partners = partners;
        this.guard = guard;
    }

    @GetMapping("/messages")
    @Guarded(area = PanelArea.MESSAGES, action = Action.READ)
    String list(Actor actor, Model model, @ModelAttribute("view") MessageView view, PageRequest request) {
        var page = messages.list(actor, view.filter(actor.zone()), request);
        model.addAttribute("page", page);
        model.addAttribute("all", view.isNarrowed() ? messages.list(actor, MessageFilter.ALL, ONE) : page);
        model.addAttribute("next", view.next(page.next()));
        model.addAttribute("types", messages.types(actor));
        model.addAttribute("directions", List.of(Direction.values()));
        model.addAttribute("partners", partners.offered(actor, view.partner()));
        model.addAttribute("mayReprocess", guard.may(actor, PanelArea.REPROCESS, Action.CREATE));
        return "activity/messages";
    }

    @GetMapping("/messages/partners")
    @Guarded(area = PanelArea.MESSAGES, action = Action.READ)
    String partners(Actor actor, Model model, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", partners.matching(actor, q));
        return Offered.VIEW;
    }

    @GetMapping("/messages/{message}")
    @Guarded(area = PanelArea.MESSAGES, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String message) {
        var found = messages.get(actor, message);
        var seesIssues = guard.may(actor, PanelArea.ISSUES, Action.READ);
        model.addAttribute("message", found);
        model.addAttribute("deliveries", messages.timeline(actor, message));
        model.addAttribute("issues", seesIssues ? issues.of(actor, found) : List.of());
        model.addAttribute("seesJobs", guard.may(actor, PanelArea.JOBS, Action.READ));
        model.addAttribute("mayReprocess", guard.may(actor, PanelArea.REPROCESS, Action.CREATE));
        return "activity/message";
    }

    @GetMapping("/messages/{message}/body")
    @Guarded(area = PanelArea.MESSAGES, action = Action.READ)
    ResponseEntity<byte[]> body(Actor actor, @PathVariable String message) {
        return Downloads.of(message, messages.body(actor, message));
    }
}
