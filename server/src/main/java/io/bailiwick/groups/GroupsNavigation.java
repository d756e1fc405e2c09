package io.bailiwick.groups;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupsNavigation {
    @Bean
    NavItem groupsItem() {
        return new NavItem(NavItem.Section.DIRECTORY, 20, "groups.title", "users-group", "/groups", PanelArea.GROUPS);
    }
}
