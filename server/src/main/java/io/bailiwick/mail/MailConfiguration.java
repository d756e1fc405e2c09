package io.bailiwick.mail;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.ui.NavItem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    @Bean
    Delays mailDelays() {
        return Delays.USUAL;
    }

    @Bean
    NavItem mailItem() {
        return new NavItem(NavItem.Section.SETTINGS, 20, "mail.title", "mail", "/mail", PanelArea.OUTGOING_MAIL);
    }
}
