package io.bailiwick.users.web;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Zones;
import io.bailiwick.users.PasswordRules;
import io.bailiwick.users.User;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of one user. */
@Component
class UserPages {
    private final Choices choices;
    private final Guard guard;
    private final List<UserPanel> panels;
    private final PasswordRules rules;

    UserPages(Choices choices, Guard guard, List<UserPanel> panels, PasswordRules rules) {
        this.choices = choices;
        this.guard = guard;
        this.panels = panels;
        this.rules = rules;
    }

    /** The page on which a user is created. */
    String created(Actor actor, UserFields fields, Errors errors, Model model) {
        form(actor, fields, errors, model);
        model.addAttribute("rules", rules.open());
        return "users/new";
    }

    /** The page of a user. */
    String shown(Actor actor, User user, UserFields fields, Errors errors, Model model) {
        form(actor, fields, errors, model);
        model.addAttribute("user", user);
        model.addAttribute("actor", actor);
        model.addAttribute("panels", panels);
        model.addAttribute("self", actor.is(user.id()));
        model.addAttribute("mayUpdate", guard.may(actor, PanelArea.USERS, Action.UPDATE));
        model.addAttribute("mayDelete", guard.may(actor, PanelArea.USERS, Action.DELETE));
        model.addAttribute("mayExplain", guard.may(actor, PanelArea.EXPLAIN, Action.READ));
        return "users/user";
    }

    /** Answers with the status of a refusal that is shown within the page. */
    static void refused(Refusal refusal, HttpServletResponse response) {
        var status = switch (refusal) {
            case Refusal.Invalid invalid -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Refusal.Beyond beyond -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.CONFLICT;
        };
        response.setStatus(status.value());
    }

    private void form(Actor actor, UserFields fields, Errors errors, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("choices", choices.of(actor));
        model.addAttribute("zones", Zones.options(Objects.requireNonNullElse(fields.timeZone(), "")));
        model.addAttribute("limited", guard.reseller(actor) != null);
    }
}
