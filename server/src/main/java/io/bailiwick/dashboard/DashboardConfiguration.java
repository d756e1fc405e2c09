package io.bailiwick.dashboard;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {
    @Bean
    NavItem dashboardItem() {
        return new NavItem(
                NavItem.Section.HOME, 10, "dashboard.title", "layout-dashboard", "/dashboard", PanelArea.DASHBOARD);
    }
}
