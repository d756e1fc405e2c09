package io.bailiwick.users.web;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.UserStatus;
import io.bailiwick.network.AllowListText;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Errors;
import io.bailiwick.users.NetworkChecks;
import io.bailiwick.users.PasswordRules;
import io.bailiwick.users.Rehearsals;
import io.bailiwick.users.User;
import io.bailiwick.users.UserHeads;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the pages of one user. */
@Component
class UserPages {
    static final String SIGN_IN = "/sign-in";

    private final AccessPicks picks;
    private final Outcomes outcomes;
    private final NetworkChecks networks;
    private final UserHeads heads;
    private final Guard guard;
    private final List<UserPanel> panels;
    private final PasswordRules rules;
    private final Rehearsals rehearsals;

    UserPages(
            AccessPicks picks,
            Outcomes outcomes,
            NetworkChecks networks,
            UserHeads heads,
            Guard guard,
            List<UserPanel> panels,
            PasswordRules rules,
            Rehearsals rehearsals) {
        this.picks = picks;
        this.outcomes = outcomes;
        this.networks = networks;
        this.heads = heads;
        this.guard = guard;
        this.panels = panels;
        this.rules = rules;
        this.rehearsals = rehearsals;
    }

    /** The page on which a user is created. */
    String created(Actor actor, UserFields fields, Finds finds, Errors errors, Model model) {
        access(actor, fields, finds, errors, model);
        model.addAttribute("rules", rules.open());
        model.addAttribute("outcome", outcomes.of(actor, fields));
        model.addAttribute("check", networks.of(actor, null, AllowListText.of(fields.network()), finds.probe()));
        model.addAttribute("probe", finds.probe());
        model.addAttribute("unrestricted", guard.isUnrestricted(actor));
        return "users/new";
    }

    /** The tab "Access" of a user. */
    String access(Actor actor, User user, UserFields fields, Finds finds, Errors errors, Model model) {
        access(actor, fields, finds, errors, model);
        model.addAttribute("head", heads.of(actor, user, ""));
        model.addAttribute("outcome", outcomes.of(actor, user, fields));
        model.addAttribute("outlook", outlook(actor, user, fields));
        model.addAttribute("enabling", enabling(actor, user));
        panels(actor, model);
        return "users/user";
    }

    /** The tab "Sign-in" of a user. */
    String signIn(Actor actor, User user, UserFields fields, Finds finds, Errors errors, Model model) {
        model.addAttribute("head", heads.of(actor, user, SIGN_IN));
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("check", networks.of(actor, user.id(), AllowListText.of(fields.network()), finds.probe()));
        model.addAttribute("probe", finds.probe());
        model.addAttribute("unrestricted", guard.isUnrestricted(actor));
        panels(actor, model);
        return "users/sign-in";
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

    private void access(Actor actor, UserFields fields, Finds finds, Errors errors, Model model) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        model.addAttribute("choices", picks.of(actor, fields, finds));
        model.addAttribute("limited", guard.reseller(actor) != null);
    }

    /** What comes of what was typed, when the form is drawn again; of what is saved nothing comes. */
    private Outlook outlook(Actor actor, User user, UserFields fields) {
        return fields.equals(UserFields.of(user))
                ? Outlook.none()
                : Outlook.of(() -> rehearsals.preview(actor, user.id(), fields::access, null, PageRequest.first()));
    }

    /** What enabling would open to somebody who is disabled. */
    private Outlook enabling(Actor actor, User user) {
        if (user.status() != UserStatus.DISABLED || !guard.may(actor, PanelArea.USERS, Action.UPDATE)) {
            return Outlook.none();
        }
        return Outlook.of(() -> rehearsals.preview(
                actor, user.id(), form -> form.withStatus(UserStatus.ACTIVE.word()), null, PageRequest.first()));
    }

    private void panels(Actor actor, Model model) {
        model.addAttribute("actor", actor);
        model.addAttribute("panels", panels);
    }
}
