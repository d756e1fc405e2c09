package io.bailiwick.billing;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.partners.PartnerLink;
import io.bailiwick.ui.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BillingNavigation {
    @Bean
    NavItem billingItem() {
        return new NavItem(NavItem.Section.CARRIER, 20, "billing.title", "file-text", "/billing", PanelArea.BILLING);
    }

    @Bean
    PartnerLink billingOfPartner() {
        return new PartnerLink("billing.title", "/billing/", PanelArea.BILLING);
    }
}
