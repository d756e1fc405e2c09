package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.References;
import io.bailiwick.partners.ResellerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells partners and resellers which users refer to them. */
@Component
class UserReferences implements References {
    private final JdbcClient jdbc;

    UserReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "users";
    }

    @Override
    public long toPartner(AccountId account, PartnerId partner) {
        return jdbc.sql("select count(*) from user_partners where account = :account and partner = :partner")
                .param("account", account.value())
                .param("partner", partner.value())
                .query(Long.class)
                .single();
    }

    @Override
    public long toReseller(AccountId account, ResellerId reseller) {
        return jdbc.sql("select count(*) from users where account = :account and reseller = :reseller")
                .param("account", account.value())
                .param("reseller", reseller.value())
                .query(Long.class)
                .single();
    }
}
