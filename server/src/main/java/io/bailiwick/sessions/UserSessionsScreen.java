package io.bailiwick.sessions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.UserHeads;
import io.bailiwick.users.UserTab;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The tab "Sessions" on the page of a user. */
@Controller
class UserSessionsScreen {
    private static final String TAB = "/sessions";

    private final Users users;
    private final UserHeads heads;
    private final UserSessions sessions;
    private final RequestSessions requests;

    UserSessionsScreen(Users users, UserHeads heads, UserSessions sessions, RequestSessions requests) {
        this.users = users;
        this.heads = heads;
        this.sessions = sessions;
        this.requests = requests;
    }

    @Bean
    static UserTab sessionsTab() {
        return new UserTab(30, "sessions.tab", TAB);
    }

    @GetMapping("/users/{id}/sessions")
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    String show(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        var user = users.get(actor, UserId.read(id));
        model.addAttribute("head", heads.of(actor, user, TAB));
        model.addAttribute("sessions", sessions.of(actor, user.id()));
        model.addAttribute("current", requests.require(request).id());
        return "sessions/user";
    }

    @PostMapping("/users/{id}/sessions/delete")
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    String endAll(Actor actor, @PathVariable String id, Flash flash) {
        var user = users.get(actor, UserId.read(id));
        try {
            flash.done("sessions.ended.all", sessions.endAll(actor, user.id()), user.name());
        } catch (Refusal.Beyond beyond) {
            flash.failed("sessions.refused", beyond.detail());
        }
        return "redirect:/users/" + user.id() + TAB;
    }

    @PostMapping("/users/{id}/sessions/{session}/delete")
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    String end(Actor actor, @PathVariable String id, @PathVariable String session, Flash flash) {
        var user = users.get(actor, UserId.read(id));
        try {
            sessions.end(actor, user.id(), Ids.read(session, "session"));
            flash.done("sessions.ended", user.name());
        } catch (Refusal.Beyond beyond) {
            flash.failed("sessions.refused", beyond.detail());
        }
        return "redirect:/users/" + user.id() + TAB;
    }
}
