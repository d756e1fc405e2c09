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

/** The tab "Sign-in" on the page of a user: who it is, and from where and how he comes in. */
@Controller
class UserSignInScreen {
    private final Users users;
    private final UserPages pages;
    private final Confirms confirms;

    UserSignInScreen(Users users, UserPages pages, Confirms confirms) {
        this.users = users;
        this.pages = pages;
        this.confirms = confirms;
    }

    @Bean
    static UserTab signInTab() {
        return new UserTab(20, "user.tab.sign-in", UserPages.SIGN_IN);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/{id}/sign-in")
    String show(Actor actor, @PathVariable String id, Model model) {
        var user = users.get(actor, UsersApi.id(id));
        return pages.signIn(actor, user, UserFields.of(user), Finds.NONE, Errors.none(), model);
    }

    /** Draws the form again with what the list means and how it treats the address being tested. */
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping(value = "/users/{id}/sign-in", params = "find")
    String find(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("fields") UserFields fields,
            @ModelAttribute("finds") Finds finds,
            Model model) {
        return pages.signIn(actor, users.get(actor, UsersApi.id(id)), fields, finds, Errors.none(), model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/sign-in")
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
            var saved = users.update(actor, user.id(), fields::signIn, version, confirm);
            flash.done("users.saved", saved.name());
            return "redirect:/users/" + saved.id() + UserPages.SIGN_IN;
        } catch (Refusal.Stale stale) {
            return pages.lateSignIn(actor, users.get(actor, user.id()), fields, response, model);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refusal) {
            UserPages.refused(refusal, response);
            return pages.signIn(actor, user, fields, Finds.NONE, FieldErrors.of(refusal, fields), model);
        } catch (Refusal.Unconfirmed unconfirmed) {
            return confirms.asked(user, UserPages.SIGN_IN, unconfirmed, request, response, model);
        }
    }
}
