package io.bailiwick.me;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.RequestSessions;
import io.bailiwick.sessions.Sessions;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import io.bailiwick.users.Profile;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The own profile with the open sessions. */
@Controller
class MeScreens {
    private final Users users;
    private final Sessions sessions;
    private final RequestSessions requests;
    private final Changes changes;
    private final Phrases phrases;
    private final List<ProfilePanel> panels;

    MeScreens(
            Users users,
            Sessions sessions,
            RequestSessions requests,
            Changes changes,
            Phrases phrases,
            List<ProfilePanel> panels) {
        this.users = users;
        this.sessions = sessions;
        this.requests = requests;
        this.changes = changes;
        this.phrases = phrases;
        this.panels = panels;
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.READ, evenWhenPasswordIsDue = true)
    @GetMapping("/me")
    String show(Actor actor, HttpServletRequest request, Model model) {
        if (actor.passwordChangeDue()) {
            return "redirect:/me/password";
        }
        var user = users.oneself(actor);
        return page(actor, user, user.name(), user.zone().getId(), Errors.none(), request, model);
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @PostMapping("/me")
    String save(
            Actor actor,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable Long version,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            users.introduce(actor, was -> new Profile(name, timeZone), version);
            flash.done("me.saved");
            return "redirect:/me";
        } catch (Refusal.Stale stale) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            var saved = users.oneself(actor);
            model.addAttribute("newer", newer(actor, saved, name, timeZone));
            return page(actor, saved, name, timeZone, Errors.none(), request, model);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, users.oneself(actor), name, timeZone, Errors.of(invalid), request, model);
        }
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.DELETE)
    @PostMapping("/me/sessions/{session}/delete")
    String endOne(Actor actor, @PathVariable UUID session, Flash flash) {
        sessions.end(actor, session);
        flash.done("me.sessions.ended");
        return "redirect:/me";
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.DELETE)
    @PostMapping("/me/sessions/delete")
    String endOthers(Actor actor, HttpServletRequest request, Flash flash) {
        sessions.endOthers(actor, requests.require(request).id());
        flash.done("me.sessions.ended.others");
        return "redirect:/me";
    }

    private Newer newer(Actor actor, User saved, @Nullable String name, @Nullable String zone) {
        var comparison = new Newer.Comparison()
                .field(phrases.text("me.name"), saved.name(), Objects.requireNonNullElse(name, ""))
                .field(phrases.text("me.time-zone"), saved.zone().getId(), Objects.requireNonNullElse(zone, ""));
        return changes.newer(actor, saved.id().value(), comparison);
    }

    private String page(
            Actor actor,
            User user,
            @Nullable String name,
            @Nullable String zone,
            Errors errors,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("user", user);
        model.addAttribute("name", name == null ? "" : name);
        model.addAttribute("zone", zone == null ? "" : zone);
        model.addAttribute("errors", errors);
        model.addAttribute("actor", actor);
        model.addAttribute("panels", panels);
        var current = requests.require(request).id();
        model.addAttribute(
                "sessions",
                sessions.of(actor).stream()
                        .map(session -> OpenSession.of(session, current))
                        .toList());
        return "me/profile";
    }
}
