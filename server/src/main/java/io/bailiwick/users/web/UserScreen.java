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

/** The tab "Access" on the page of a user, which is its first. */
@Controller
class UserScreen implements UserTabForm.Tab {
    private final UserTabForm form;
    private final UserPages pages;

    UserScreen(UserTabForm form, UserPages pages) {
        this.form = form;
        this.pages = pages;
    }

    @Bean
    static UserTab accessTab() {
        return new UserTab(10, "user.tab.access", "");
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/{id}")
    String show(Actor actor, @PathVariable String id, Model model) {
        return form.show(actor, id, this, model);
    }

    /** Draws the form again with what was found. */
    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping(value = "/users/{id}", params = "find")
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
    @PostMapping("/users/{id}")
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
        return "";
    }

    @Override
    public UserForm write(UserFields fields, UserForm present) {
        return fields.access(present);
    }

    @Override
    public String draw(Actor actor, User user, UserFields fields, Finds finds, Errors errors, Model model) {
        return pages.access(actor, user, fields, finds, errors, model);
    }
}
