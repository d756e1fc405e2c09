package io.bailiwick.activity;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.References;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells partners how many messages are theirs, by the sums. */
@Component
class ActivityReferences implements References {
    private final JdbcClient jdbc;

    ActivityReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "messages";
    }

    @Override
    public long toPartner(AccountId account, PartnerId partner) {
        return jdbc.sql("""
                select coalesce(sum(open + delivered + failed), 0) from message_hours
                where account = :account and partner = :partner
                """)
                .param("account", account.value())
                .param("partner", partner.value())
                .query(Long.class)
                .single();
    }
}
