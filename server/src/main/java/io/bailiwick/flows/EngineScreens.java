package io.bailiwick.flows;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The page of the integration engine. */
@Controller
class EngineScreens {
    private final Engines engines;
    private final Setup setup;
    private final Guard guard;

    EngineScreens(Engines engines, Setup setup, Guard guard) {
        this.engines = engines;
        this.setup = setup;
        this.guard = guard;
    }

    @GetMapping("/engine")
    @Guarded(area = PanelArea.ENGINE, action = Action.READ)
    String show(Actor actor, Model model) {
        var running = engines.running(actor.account());
        model.addAttribute("engine", engines.state(actor));
        model.addAttribute("seesEverything", setup.seesEverything(actor));
        model.addAttribute("mayRestart", guard.may(actor, PanelArea.ENGINE, Action.UPDATE));
        model.addAttribute("points", running.accessPoints().size());
        model.addAttribute("flows", running.flows().size());
        return "flows/engine";
    }

    @PostMapping("/engine/restart")
    @Guarded(area = PanelArea.ENGINE, action = Action.UPDATE)
    String restart(Actor actor, Flash flash) {
        engines.restart(actor);
        flash.done("flows.engine.restarting");
        return "redirect:/engine";
    }
}
