package io.bailiwick.routing;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells partners how many routes lead to them. */
@Component
class RouteReferences implements References {
    private final JdbcClient jdbc;

    RouteReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "routes";
    }

    @Override
    public long toPartner(AccountId account, PartnerId partner) {
        return jdbc.sql("select count(*) from routes where account = :account and partner = :partner")
                .param("account", account.value())
                .param("partner", partner.value())
                .query(Long.class)
                .single();
    }
}
