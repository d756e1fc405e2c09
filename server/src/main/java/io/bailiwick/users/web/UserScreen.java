package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.UserTab;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab "Access" on the page of a user, which is its first. */
@Controller
class UserScreen {
    private final Users users;
    private final UserPages pages;
    private final Confirms confirms;

    UserScreen(Users users, UserPages pages, Confirms confirms) {
        this.users = users;
        this.pages = pages;
        this.confirms = confirms;
    }

    @Bean
    static UserTab accessTab() {
        return new UserTab(10, "user.tab.access", "");
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/{id}")
    String show(Actor actor, @PathVariable String id, Model model) {
        var user = users.get(actor, UsersApi.id(id));
        return pages.access(actor, user, UserFields.of(user), Finds.NONE, Errors.none(), model);
    }

    /** Draws the form again with what was found. */
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping(value = "/users/{id}", params = "find")
    String find(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("fields") UserFields fields,
            @ModelAttribute("finds") Finds finds,
            Model model) {
        return pages.access(actor, users.get(actor, UsersApi.id(id)), fields, finds, Errors.none(), model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}")
    String update(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("fields") UserFields fields,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable String confirm,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var user = users.get(actor, UsersApi.id(id));
        try {
            var saved = users.update(actor, user.id(), fields::access, version, confirm);
            flash.done("users.saved", saved.name());
            return "redirect:/users/" + saved.id();
        } catch (Refusal.Stale stale) {
            return pages.lateAccess(actor, users.get(actor, user.id()), fields, response, model);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refusal) {
            UserPages.refused(refusal, response);
            return pages.access(actor, user, fields, Finds.NONE, FieldErrors.of(refusal, fields), model);
        } catch (Refusal.Unconfirmed unconfirmed) {
            return confirms.asked(user, "", unconfirmed, request, response, model);
        }
    }
}
