package io.bailiwick.areas;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AreasNavigation {
    @Bean
    NavItem applicationsItem() {
        return new NavItem(NavItem.Section.GOVERN, 20, "applications.title", "apps", "/applications", PanelArea.AREAS);
    }

    @Bean
    NavItem areasItem() {
        return new NavItem(NavItem.Section.GOVERN, 30, "areas.title", "route", "/areas", PanelArea.AREAS);
    }
}
