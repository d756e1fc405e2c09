package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserTab;
import io.bailiwick.users.web.UserTabForm.Saving;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The tab "Sign-in" on the page of a user: who it is, and from where and how he comes in. */
@Controller
class UserSignInScreen implements UserTabForm.Tab {
    private final UserTabForm form;
    private final UserPages pages;

    UserSignInScreen(UserTabForm form, UserPages pages) {
        this.form = form;
        this.pages = pages;
    }

    @Bean
    static UserTab signInTab() {
        return new UserTab(20, "user.tab.sign-in", UserPages.SIGN_IN);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/{id}/sign-in")
    String show(Actor actor, @PathVariable String id, Model model) {
        return form.show(actor, id, this, model);
    }

    /** Draws the form again with what the list means and how it treats the address being tested. */
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping(value = "/users/{id}/sign-in", params = "find")
    String find(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("fields") UserFields fields,
            @ModelAttribute("finds") Finds finds,
            @ModelAttribute("saving") Saving saving,
            Model model) {
        return form.find(actor, id, this, fields, finds, saving, model);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/sign-in")
    String update(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("fields") UserFields fields,
            @ModelAttribute("saving") Saving saving,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return form.save(actor, id, this, fields, saving, flash, request, response, model);
    }

    @Override
    public String path() {
        return UserPages.SIGN_IN;
    }

    @Override
    public UserForm write(UserFields fields, UserForm present) {
        return fields.signIn(present);
    }

    @Override
    public String draw(Actor actor, User user, UserFields fields, Finds finds, Errors errors, Model model) {
        return pages.signIn(actor, user, fields, finds, errors, model);
    }
}
