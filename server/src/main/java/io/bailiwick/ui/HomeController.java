package io.bailiwick.ui;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads whoever comes in by the front door to the first page that is open to them, or to themselves. */
@Controller
class HomeController {
    private final Uis uis;

    HomeController(Uis uis) {
        this.uis = uis;
    }

    @GetMapping("/")
    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    String home(HttpServletRequest request) {
        return "redirect:"
                + uis.navigation(request).stream()
                        .flatMap(group -> group.items().stream())
                        .map(NavItem::href)
                        .findFirst()
                        .orElse("/me");
    }
}
