package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Errors;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserTab;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The tab "Access" on the page of a user, which is its first. */
@Controller
@RequestMapping("/users/{id}")
class UserScreen extends UserTabScreen {
    private final UserPages pages;

    UserScreen(UserTabForm form, UserPages pages) {
        super(form);
        this.pages = pages;
    }

    @Bean
    static UserTab accessTab() {
        return new UserTab(10, "user.tab.access", "");
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
