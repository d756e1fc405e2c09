package io.bailiwick.users.web;

import io.bailiwick.accounts.History;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
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

/** The tab "History" on the page of a user. */
@Controller
class UserHistoryScreen {
    private static final String TAB = "/history";

    private final Users users;
    private final UserHeads heads;
    private final History history;
    private final Telling telling;

    UserHistoryScreen(Users users, UserHeads heads, History history, Telling telling) {
        this.users = users;
        this.heads = heads;
        this.history = history;
        this.telling = telling;
    }

    @Bean
    static UserTab historyTab() {
        return new UserTab(40, "user.tab.history", TAB);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/{id}/history")
    String show(Actor actor, @PathVariable String id, PageRequest request, Model model) {
        var user = users.get(actor, UserId.read(id));
        var page = history.of(actor, "user", user.id().value(), request);
        model.addAttribute("head", heads.of(actor, user, TAB));
        model.addAttribute("page", page);
        model.addAttribute("lines", telling.of(actor, page.items()));
        model.addAttribute("first", request.after() == null);
        return "users/history";
    }
}
