package io.bailiwick.activity;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.ui.NavItem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
class ActivityConfiguration {
    @Bean
    NavItem messagesItem() {
        return new NavItem(
                NavItem.Section.ACTIVITY, 10, "activity.messages.title", "send", "/messages", PanelArea.MESSAGES);
    }

    @Bean
    NavItem jobsItem() {
        return new NavItem(NavItem.Section.ACTIVITY, 20, "activity.jobs.title", "list-check", "/jobs", PanelArea.JOBS);
    }

    @Bean
    NavItem issuesItem() {
        return new NavItem(
                NavItem.Section.ACTIVITY, 30, "activity.issues.title", "alert-triangle", "/issues", PanelArea.ISSUES);
    }
}
