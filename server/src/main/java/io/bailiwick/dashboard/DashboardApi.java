package io.bailiwick.dashboard;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DashboardApi {
    private final Dashboards dashboards;

    DashboardApi(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/api/v1/dashboard")
    @Guarded(area = PanelArea.DASHBOARD, action = Action.READ)
    Dashboard show(Actor actor, @OneOf(Period.class) @RequestParam(defaultValue = "24h") String period) {
        return dashboards.of(actor, Period.of(period));
    }
}
