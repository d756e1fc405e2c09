package io.bailiwick.dashboard;

import io.bailiwick.dashboard.Dashboard.Refusals;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums of who came in and who was refused, by hour and by the reseller that the user had then. */
@Component
class PeopleStore {
    /** As many add to the sum of one hour without waiting for each other. */
    private static final int SLOTS = 4;

    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sign-ins of one hour. */
    record Hour(Instant from, long opened, long refused) {}

    /** Counts that somebody came in, or that he was not let in; nobody is known by that name when the user is null. */
    void count(AccountId account, @Nullable UserId user, boolean isOpened) {
        jdbc.sql("""
                insert into sign_in_hours (account, hour, reseller, outcome, slot, number)
                select :account, date_trunc('hour', clock_timestamp()),
                    (select reseller from users_for_dashboard where account = :account and id = :user), :outcome, :slot, 1
                on conflict (account, hour, reseller, outcome, slot)
                do update set number = sign_in_hours.number + 1
                """)
                .param("account", account.value())
                .param("user", user == null ? null : user.value())
                .param("outcome", isOpened ? "opened" : "refused")
                .param("slot", ThreadLocalRandom.current().nextInt(SLOTS))
                .update();
    }

    /** By hour, oldest first: of a reseller's people, or of everybody when that is null. */
    List<Hour> signIns(AccountId account, @Nullable UUID reseller, Instant since) {
        return jdbc.sql("""
                select hour, coalesce(sum(number) filter (where outcome = 'opened'), 0) as opened,
                    coalesce(sum(number) filter (where outcome = 'refused'), 0) as refused
                from sign_in_hours
                where account = :account and hour >= :since and (:reseller::uuid is null or reseller = :reseller)
                group by hour
                order by hour
                """)
                .param("account", account.value())
                .param("reseller", reseller)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Hour(
                        row.getObject("hour", OffsetDateTime.class).toInstant(),
                        row.getLong("opened"),
                        row.getLong("refused")))
                .list();
    }

    /** By gate, the most first: of a reseller's people, or of everybody when that is null. */
    List<Refusals> refusals(AccountId account, @Nullable UUID reseller, Instant since) {
        return jdbc.sql("""
                select gate, sum(number) as number from refusal_hours_for_dashboard
                where account = :account and hour >= :since and (:reseller::uuid is null or reseller = :reseller)
                group by gate
                order by sum(number) desc, gate
                """)
                .param("account", account.value())
                .param("reseller", reseller)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Refusals(row.getString("gate"), row.getLong("number")))
                .list();
    }
}
