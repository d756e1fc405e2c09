package io.bailiwick.contacts;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells partners how many contacts they have. */
@Component
class ContactReferences implements References {
    private final JdbcClient jdbc;

    ContactReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "contacts";
    }

    @Override
    public long toPartner(AccountId account, PartnerId partner) {
        return jdbc.sql("select count(*) from contacts where account = :account and partner = :partner")
                .param("account", account.value())
                .param("partner", partner.value())
                .query(Long.class)
                .single();
    }
}
