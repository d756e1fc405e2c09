package io.bailiwick.users.web;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.UserStatus;
import io.bailiwick.ui.NavItem;
import io.bailiwick.users.Chosen;
import io.bailiwick.users.OpenInvitations;
import io.bailiwick.users.Selections;
import io.bailiwick.users.ShownUsers;
import io.bailiwick.users.User;
import io.bailiwick.users.UserFilter;
import io.bailiwick.users.UserHeads;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of users. */
@Controller
class UserListScreen {
    private final Users users;
    private final Selections selections;
    private final Views views;
    private final Facets facets;
    private final OpenInvitations invitations;
    private final UserHeads heads;
    private final Guard guard;

    UserListScreen(
            Users users,
            Selections selections,
            Views views,
            Facets facets,
            OpenInvitations invitations,
            UserHeads heads,
            Guard guard) {
        this.users = users;
        this.selections = selections;
        this.views = views;
        this.facets = facets;
        this.invitations = invitations;
        this.heads = heads;
        this.guard = guard;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users")
    String list(
            Actor actor,
            @ModelAttribute("filter") UserFilter filter,
            PageRequest page,
            @RequestParam(defaultValue = "") String all,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var sort = page.sort().isEmpty() ? Query.NAME : String.join(",", page.sort());
        if (Query.isScattered(filter)) {
            return "redirect:" + Query.gathered(filter, sort).here();
        }
        var query = new Query(Objects.requireNonNullElse(filter.q(), ""), sort, all);
        var shown = users.show(actor, UserFilter.of(query.q()), page);
        if (!shown.faults().isEmpty() && request.getHeader("HX-Request") == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("query", query);
        model.addAttribute("shown", shown);
        model.addAttribute("chosen", chosen(actor, query, shown));
        model.addAttribute("facets", facets.of(actor, query));
        tell(actor, query, shown, model);
        model.addAttribute("limited", guard.reseller(actor) != null);
        model.addAttribute("mayCreate", guard.may(actor, PanelArea.USERS, Action.CREATE));
        model.addAttribute("mayUpdate", guard.may(actor, PanelArea.USERS, Action.UPDATE));
        model.addAttribute("mayDelete", guard.may(actor, PanelArea.USERS, Action.DELETE));
        return "users/list";
    }

    private void tell(Actor actor, Query query, ShownUsers shown, Model model) {
        var invited = shown.found().page().items().stream()
                .filter(user -> user.status() == UserStatus.INVITED)
                .map(User::id)
                .toList();
        model.addAttribute("views", views.tabs(actor, query, shown.found().accountTotal()));
        model.addAttribute("invitations", invitations.of(actor.account(), invited));
        model.addAttribute("beyond", heads.beyond(actor, shown.found().page().items()));
    }

    /** The set that is selected as a whole; null when it is not, or cannot be. */
    private @Nullable Chosen chosen(Actor actor, Query query, ShownUsers shown) {
        if (!query.all().equals(Query.MATCHING) || !shown.faults().isEmpty()) {
            return null;
        }
        try {
            return selections.choose(actor, query.q());
        } catch (Refusal.Invalid tooMany) {
            return null;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavItem usersItem() {
            return new NavItem(NavItem.Section.DIRECTORY, 10, "users.title", "users", "/users", PanelArea.USERS);
        }
    }
}
