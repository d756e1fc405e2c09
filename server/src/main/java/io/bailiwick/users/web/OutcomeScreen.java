package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
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

    OutcomeScreen(Users users, Outcomes outcomes) {
        this.users = users;
        this.outcomes = outcomes;
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
        var user = users.get(actor, UsersApi.id(id));
        model.addAttribute("outcome", outcomes.of(actor, user, fields));
        return VIEW;
    }
}
