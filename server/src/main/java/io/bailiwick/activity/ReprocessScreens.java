package io.bailiwick.activity;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Delivering again by click, and how far it has come. */
@Controller
class ReprocessScreens {
    private final Reprocessing reprocessing;
    private final Phrases phrases;

    ReprocessScreens(Reprocessing reprocessing, Phrases phrases) {
        this.reprocessing = reprocessing;
        this.phrases = phrases;
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

    /** Says how many there are before it is done. */
    @GetMapping("/messages/reprocess/matching")
    @Guarded(area = PanelArea.REPROCESS, action = Action.READ)
    String askForAll(Actor actor, Model model, @ModelAttribute("view") MessageView view) {
        var matching = reprocessing.matching(actor, view.filter(actor.zone()));
        var fields = new ArrayList<Field>();
        view.narrowing().forEach((name, value) -> fields.add(new Field(name, value)));
        fields.add(new Field("behind", matching.behind().toString()));
        return new Confirmation(
                        phrases.text("activity.reprocess.all.title", matching.messages()),
                        phrases.text("activity.reprocess.all.consequence", matching.messages()),
                        matching.busy() == 0
                                ? List.of()
                                : List.of(phrases.text("activity.reprocess.all.busy", matching.busy())),
                        "/messages/reprocess/matching",
                        fields,
                        phrases.text("activity.reprocess.all.button", matching.messages()),
                        view.here(),
                        false)
                .in(
                        model,
                        Crumb.of(phrases.text("ui.nav.activity")),
                        Crumb.of(phrases.text("activity.messages.title"), "/messages"));
    }

    @PostMapping("/messages/reprocess/matching")
    @Guarded(area = PanelArea.REPROCESS, action = Action.CREATE)
    String all(Actor actor, Flash flash, @ModelAttribute("view") MessageView view, @RequestParam UUID behind) {
        try {
            return "redirect:/messages/reprocess/" + reprocessing.beginAll(actor, view.filter(actor.zone()), behind);
        } catch (Refusal.Invalid none) {
            flash.warning("activity.reprocess.all.none");
            return "redirect:" + view.here();
        }
    }

    @GetMapping("/messages/reprocess/{run}")
    @Guarded(area = PanelArea.REPROCESS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String run) {
        model.addAttribute("run", reprocessing.run(actor, run));
        return "activity/reprocess";
    }
}
