package io.bailiwick.partners;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PartnersNavigation {
    @Bean
    NavItem partnersItem() {
        return new NavItem(
                NavItem.Section.DIRECTORY, 30, "partners.title", "building", "/partners", PanelArea.PARTNERS);
    }

    @Bean
    NavItem resellersItem() {
        return new NavItem(
                NavItem.Section.DIRECTORY, 40, "resellers.title", "building-store", "/resellers", PanelArea.RESELLERS);
    }
}
