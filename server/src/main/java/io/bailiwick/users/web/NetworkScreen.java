package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.network.AllowListText;
import io.bailiwick.users.NetworkChecks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says what an allow-list means while it is typed; nothing is saved. */
@Controller
class NetworkScreen {
    private static final String VIEW = "users/network";

    private final NetworkChecks checks;

    NetworkScreen(NetworkChecks checks) {
        this.checks = checks;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PostMapping("/users/network")
    String ofSomebodyNew(
            Actor actor,
            @RequestParam(required = false) @Nullable String network,
            @RequestParam(required = false) @Nullable String probe,
            Model model) {
        model.addAttribute("check", checks.of(actor, null, AllowListText.of(network), probe));
        return VIEW;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PostMapping("/users/{id}/network")
    String ofAUser(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String network,
            @RequestParam(required = false) @Nullable String probe,
            Model model) {
        model.addAttribute("check", checks.of(actor, UserId.read(id), AllowListText.of(network), probe));
        return VIEW;
    }
}
