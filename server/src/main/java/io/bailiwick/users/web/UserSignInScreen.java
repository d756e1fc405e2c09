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

/** The tab "Sign-in" on the page of a user: who it is, and from where and how he comes in. */
@Controller
@RequestMapping("/users/{id}/sign-in")
class UserSignInScreen extends UserTabScreen {
    private final UserPages pages;

    UserSignInScreen(UserTabForm form, UserPages pages) {
        super(form);
        this.pages = pages;
    }

    @Bean
    static UserTab signInTab() {
        return new UserTab(20, "user.tab.sign-in", UserPages.SIGN_IN);
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
