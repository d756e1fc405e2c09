package io.bailiwick.billing;

import gg.jte.Content;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.me.ProfilePanel;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Parts;
import io.bailiwick.ui.Ui;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the own profile of whoever may read some billing: whether to be told when a balance falls too low. */
@Component
class AlertsPanel implements ProfilePanel {
    private final Alerts alerts;
    private final Guard guard;
    private final Parts parts;

    AlertsPanel(Alerts alerts, Guard guard, Parts parts) {
        this.alerts = alerts;
        this.guard = guard;
        this.parts = parts;
    }

    @Override
    public @Nullable Content of(Ui ui, Actor actor) {
        return guard.may(actor, PanelArea.BILLING, Action.READ)
                ? parts.of("billing/_alerts", Map.of("ui", ui, "wanted", alerts.areWanted(actor)))
                : null;
    }
}
