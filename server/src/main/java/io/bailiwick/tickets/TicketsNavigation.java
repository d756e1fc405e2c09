package io.bailiwick.tickets;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketsNavigation {
    @Bean
    NavItem ticketsItem() {
        return new NavItem(NavItem.Section.ACTIVITY, 80, "tickets.title", "help-circle", "/tickets", PanelArea.TICKETS);
    }
}
