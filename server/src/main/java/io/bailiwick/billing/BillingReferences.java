package io.bailiwick.billing;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells partners that there is something to bill them by. */
@Component
class BillingReferences implements References {
    private final JdbcClient jdbc;

    BillingReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "billing accounts";
    }

    @Override
    public long toPartner(AccountId account, PartnerId partner) {
        return jdbc.sql("select count(*) from billings where account = :account and partner = :partner")
                .param("account", account.value())
                .param("partner", partner.value())
                .query(Long.class)
                .single();
    }
}
