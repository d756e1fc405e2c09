package io.bailiwick.sessions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own open sessions, to look at and to end. */
@Controller
class MySessionsScreens {
    private final Sessions sessions;
    private final RequestSessions requests;

    MySessionsScreens(Sessions sessions, RequestSessions requests) {
        this.sessions = sessions;
        this.requests = requests;
    }

    @GetMapping("/me/sessions")
    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    String list(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("sessions", sessions.of(actor));
        model.addAttribute("current", requests.require(request).id());
        return "sessions/mine";
    }

    @PostMapping("/me/sessions/{id}/end")
    @Guarded(area = PanelArea.ONESELF, action = Action.DELETE)
    String end(Actor actor, @PathVariable UUID id, Flash flash) {
        sessions.end(actor, id);
        flash.done("sessions.ended");
        return "redirect:/me/sessions";
    }

    @PostMapping("/me/sessions/end-others")
    @Guarded(area = PanelArea.ONESELF, action = Action.DELETE)
    String endOthers(Actor actor, HttpServletRequest request, Flash flash) {
        sessions.endOthers(actor, requests.require(request).id());
        flash.done("sessions.ended.others");
        return "redirect:/me/sessions";
    }
}
