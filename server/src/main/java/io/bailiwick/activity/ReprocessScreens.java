package io.bailiwick.activity;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Delivering again by click, and how far it has come. */
@Controller
class ReprocessScreens {
    private final Reprocessing reprocessing;

    ReprocessScreens(Reprocessing reprocessing) {
        this.reprocessing = reprocessing;
    }

    @PostMapping("/messages/{message}/reprocess")
    @Guarded(area = PanelArea.REPROCESS, action = Action.CREATE)
    String one(Actor actor, Flash flash, @PathVariable String message) {
        try {
            reprocessing.begin(actor, List.of(message));
            flash.done("activity.reprocess.begun");
        } catch (Refusal.Conflict busy) {
            flash.warning("activity.reprocess.busy");
        }
        return "redirect:/messages/" + message;
    }

    @PostMapping("/messages/reprocess")
    @Guarded(area = PanelArea.REPROCESS, action = Action.CREATE)
    String many(Actor actor, Flash flash, @RequestParam(defaultValue = "") List<String> ids) {
        if (ids.isEmpty()) {
            flash.warning("activity.reprocess.none");
            return "redirect:/messages";
        }
        try {
            return "redirect:/messages/reprocess/" + reprocessing.begin(actor, ids);
        } catch (Refusal.Conflict busy) {
            flash.warning("activity.reprocess.some-busy");
            return "redirect:/messages";
        }
    }

    @GetMapping("/messages/reprocess/{run}")
    @Guarded(area = PanelArea.REPROCESS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String run) {
        model.addAttribute("run", reprocessing.run(actor, run));
        return "activity/reprocess";
    }
}
