package io.bailiwick.users.web;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.NavItem;
import io.bailiwick.users.UserFilter;
import io.bailiwick.users.Users;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of users. */
@Controller
class UserListScreen {
    private final Users users;
    private final Choices choices;
    private final Guard guard;

    UserListScreen(Users users, Choices choices, Guard guard) {
        this.users = users;
        this.choices = choices;
        this.guard = guard;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users")
    String list(Actor actor, @ModelAttribute("filter") UserFilter filter, PageRequest request, Model model) {
        var sort = request.sort().isEmpty() ? Query.NAME : String.join(",", request.sort());
        model.addAttribute("query", new Query(filter, sort));
        model.addAttribute("found", users.list(actor, filter, request));
        model.addAttribute("choices", choices.of(actor));
        model.addAttribute("mayCreate", guard.may(actor, PanelArea.USERS, Action.CREATE));
        model.addAttribute("mayUpdate", guard.may(actor, PanelArea.USERS, Action.UPDATE));
        model.addAttribute("mayDelete", guard.may(actor, PanelArea.USERS, Action.DELETE));
        return "users/list";
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavItem usersItem() {
            return new NavItem(NavItem.Section.DIRECTORY, 10, "users.title", "users", "/users", PanelArea.USERS);
        }
    }
}
