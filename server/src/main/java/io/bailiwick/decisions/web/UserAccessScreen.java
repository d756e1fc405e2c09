package io.bailiwick.decisions.web;

import io.bailiwick.decisions.UserAccesses;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.users.UserHeads;
import io.bailiwick.users.UserTab;
import io.bailiwick.users.Users;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a user may do, area by area: a tab on the page of a user, and a page of one's own. */
@Controller
class UserAccessScreen {
    private static final String TAB = "/access";

    private final Users users;
    private final UserHeads heads;
    private final UserAccesses accesses;

    UserAccessScreen(Users users, UserHeads heads, UserAccesses accesses) {
        this.users = users;
        this.heads = heads;
        this.accesses = accesses;
    }

    @Bean
    static UserTab effectiveAccessTab() {
        return new UserTab(15, "access.tab", TAB);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/{id}/access")
    String show(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String show,
            Model model) {
        var user = users.get(actor, UserId.read(id));
        var access = accesses.of(actor, user.id());
        model.addAttribute("head", heads.of(actor, user, TAB));
        model.addAttribute("access", access);
        model.addAttribute("table", AccessTable.of(access, q, show));
        return "decisions/user-access";
    }

    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    @GetMapping("/me/access")
    String oneself(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String show,
            Model model) {
        var access = accesses.ofOneself(actor);
        model.addAttribute("access", access);
        model.addAttribute("table", AccessTable.of(access, q, show));
        return "decisions/my-access";
    }
}
