package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.users.Rehearsals;
import io.bailiwick.users.Users;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Says what comes of the choices in a form while they are made; nothing is saved. */
@Controller
class OutcomeScreen {
    private static final String VIEW = "users/outcome";

    private final Users users;
    private final Outcomes outcomes;
    private final Rehearsals rehearsals;

    OutcomeScreen(Users users, Outcomes outcomes, Rehearsals rehearsals) {
        this.users = users;
        this.outcomes = outcomes;
        this.rehearsals = rehearsals;
    }

    @Guarded(area = PanelArea.USERS, action = Action.CREATE)
    @PostMapping("/users/outcome")
    String created(Actor actor, @ModelAttribute("fields") UserFields fields, Model model) {
        model.addAttribute("outcome", outcomes.of(actor, fields));
        return VIEW;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/outcome")
    String updated(Actor actor, @PathVariable String id, @ModelAttribute("fields") UserFields fields, Model model) {
        var user = users.get(actor, UserId.read(id));
        model.addAttribute("outcome", outcomes.of(actor, user, fields));
        model.addAttribute(
                "outlook",
                Outlook.of(() -> rehearsals.preview(actor, user.id(), fields::access, null, PageRequest.first())));
        return VIEW;
    }
}
