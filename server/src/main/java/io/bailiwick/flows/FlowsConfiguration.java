package io.bailiwick.flows;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.ui.NavItem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowSettings.class)
class FlowsConfiguration {
    @Bean
    NavItem endpointsItem() {
        return new NavItem(
                NavItem.Section.INTEGRATION, 30, "flows.endpoints.title", "plug", "/endpoints", PanelArea.ENDPOINTS);
    }

    @Bean
    NavItem accessPointsItem() {
        return new NavItem(
                NavItem.Section.INTEGRATION,
                10,
                "flows.access-points.title",
                "login",
                "/access-points",
                PanelArea.ACCESS_POINTS);
    }

    @Bean
    NavItem dataFlowsItem() {
        return new NavItem(
                NavItem.Section.INTEGRATION,
                20,
                "flows.data-flows.title",
                "route",
                "/data-flows",
                PanelArea.DATA_FLOWS);
    }

    @Bean
    NavItem engineItem() {
        return new NavItem(
                NavItem.Section.INTEGRATION, 40, "flows.engine.title", "settings", "/engine", PanelArea.ENGINE);
    }
}
