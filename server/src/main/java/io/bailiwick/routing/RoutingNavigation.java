package io.bailiwick.routing;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.partners.PartnerLink;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoutingNavigation {
    @Bean
    NavItem routingItem() {
        return new NavItem(NavItem.Section.CARRIER, 10, "routing.title", "network", "/routing", PanelArea.ROUTING);
    }

    @Bean
    PartnerLink routesOfPartner() {
        return new PartnerLink("routing.title", "/routing?partner=", PanelArea.ROUTING);
    }
}
