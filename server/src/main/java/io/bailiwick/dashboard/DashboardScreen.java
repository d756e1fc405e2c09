package io.bailiwick.dashboard;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: how things go. */
@Controller
class DashboardScreen {
    private final Dashboards dashboards;

    DashboardScreen(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/dashboard")
    @Guarded(area = PanelArea.DASHBOARD, action = Action.READ)
    String show(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "24h") String period,
            @RequestParam(defaultValue = "charts") String view) {
        var chosen = Period.of(period);
        model.addAttribute("dashboard", dashboards.of(actor, chosen));
        model.addAttribute("view", new DashboardView(chosen, view.equals("tables"), actor.zone()));
        return "dashboard/dashboard";
    }
}
