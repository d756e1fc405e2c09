package io.bailiwick.billing;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Whether oneself is told when a balance falls too low: a button, and calls. */
@Controller
class AlertsActions {
    private final Alerts alerts;

    AlertsActions(Alerts alerts) {
        this.alerts = alerts;
    }

    /** What one is mailed about. */
    record Wanted(@Nullable Boolean billing) {}

    @PostMapping("/me/alerts")
    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    String want(Actor actor, Flash flash, @RequestParam boolean billing) {
        alerts.want(actor, billing);
        flash.done(billing ? "billing.alerts.on.done" : "billing.alerts.off.done");
        return "redirect:/me";
    }

    @GetMapping("/api/v1/me/alerts")
    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    @ResponseBody
    Wanted wanted(Actor actor) {
        return new Wanted(alerts.areWanted(actor));
    }

    @PutMapping("/api/v1/me/alerts")
    @Guarded(area = PanelArea.ONESELF, action = Action.UPDATE)
    @ResponseBody
    Wanted want(Actor actor, @RequestBody Wanted wanted) {
        var billing = wanted.billing();
        if (billing == null) {
            throw new Refusal.Invalid("billing", "Say `true` to be mailed when a balance falls too low, or `false`.");
        }
        alerts.want(actor, billing);
        return wanted(actor);
    }
}
