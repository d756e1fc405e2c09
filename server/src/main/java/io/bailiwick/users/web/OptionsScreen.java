package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What lists to choose from find by typing: what users can be tied to, as far as the actor sees it. */
@Controller
class OptionsScreen {
    private static final String VIEW = "users/options";

    private final Picks picks;

    OptionsScreen(Picks picks) {
        this.picks = picks;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/options/groups")
    String groups(Actor actor, @RequestParam(required = false) @Nullable String q, Model model) {
        model.addAttribute("pick", picks.groups(actor, List.of(), q));
        return VIEW;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/options/partners")
    String partners(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute(
                "pick", after == null ? picks.partners(actor, List.of(), q) : picks.partnersAfter(actor, q, after));
        return VIEW;
    }

    /** Every partner that matches, for whoever chooses all of them. */
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/options/partners/all")
    @ResponseBody
    List<Picks.Named> allPartners(Actor actor, @RequestParam(required = false) @Nullable String q) {
        return picks.allPartners(actor, q);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/options/resellers")
    String resellers(Actor actor, @RequestParam(required = false) @Nullable String q, Model model) {
        model.addAttribute("pick", picks.resellers(actor, List.of(), q));
        return VIEW;
    }
}
