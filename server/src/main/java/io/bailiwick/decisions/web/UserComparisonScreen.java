package io.bailiwick.decisions.web;

import io.bailiwick.decisions.UserAccesses;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import io.bailiwick.users.UserHeads;
import io.bailiwick.users.UserTab;
import io.bailiwick.users.Users;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab "Compare" on the page of a user, and the way to it from two chosen in the list of users. */
@Controller
class UserComparisonScreen {
    private static final String TAB = "/compare";

    private final Users users;
    private final UserHeads heads;
    private final UserAccesses accesses;
    private final Comparisons comparisons;
    private final Phrases phrases;

    UserComparisonScreen(
            Users users, UserHeads heads, UserAccesses accesses, Comparisons comparisons, Phrases phrases) {
        this.users = users;
        this.heads = heads;
        this.accesses = accesses;
        this.comparisons = comparisons;
        this.phrases = phrases;
    }

    @Bean
    static UserTab compareTab() {
        return new UserTab(50, "compare.tab", TAB);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/{id}/compare")
    String show(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        var one = users.get(actor, UserId.read(id));
        model.addAttribute("head", heads.of(actor, one, TAB));
        Comparisons.fill(
                model,
                with,
                all,
                () -> comparisons.of(actor, one, users.get(actor, accesses.named(actor, with)), all),
                phrases.text("compare.user.missing", with));
        return "decisions/compare-users";
    }

    /** What two chosen in the list lead to. */
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PostMapping("/users/compare")
    String chosen(Actor actor, @RequestParam(name = "id", defaultValue = "") List<String> ids, Flash flash) {
        if (ids.size() != 2) {
            flash.warning("compare.two");
            return "redirect:/users";
        }
        var one = users.get(actor, UserId.read(ids.getFirst()));
        var other = users.get(actor, UserId.read(ids.getLast()));
        return "redirect:/users/" + one.id() + TAB + "?with=" + other.id();
    }
}
