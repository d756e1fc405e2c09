package io.bailiwick.decisions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of what areas and groups leave out. */
@Controller
class CoverageScreens {
    private final Coverages coverages;

    CoverageScreens(Coverages coverages) {
        this.coverages = coverages;
    }

    @GetMapping("/coverage")
    @Guarded(area = PanelArea.AREAS, action = Action.READ)
    String show(Actor actor, Model model) {
        model.addAttribute("covered", coverages.find(actor));
        return "coverage/coverage";
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavItem coverageItem() {
            return new NavItem(
                    NavItem.Section.GOVERN, 40, "coverage.title", "shield-lock", "/coverage", PanelArea.AREAS);
        }
    }
}
