package io.bailiwick.contacts;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.partners.PartnerLink;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContactsNavigation {
    @Bean
    NavItem contactsItem() {
        return new NavItem(NavItem.Section.CARRIER, 30, "contacts.title", "id", "/contacts", PanelArea.CONTACTS);
    }

    @Bean
    PartnerLink contactsOfPartner() {
        return new PartnerLink("contacts.title", "/contacts?partner=", PanelArea.CONTACTS);
    }
}
