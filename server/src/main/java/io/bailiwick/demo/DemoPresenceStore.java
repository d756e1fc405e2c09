package io.bailiwick.demo;

import io.bailiwick.demo.DemoPeople.Cast;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes since when people are there, who came in during the last month, and by when invitations had to be accepted. */
@Component
class DemoPresenceStore {
    private static final int DAYS = 30;

    /** Of a hundred working days. */
    private static final int COLLEAGUES_OFTEN = 72;

    private static final int GUESTS_OFTEN = 18;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DemoPresenceStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(UUID id, UUID user, String at, boolean opened) {}

    @Transactional
    void signIns(AccountId account, Cast cast, Random random) {
        var rows = new ArrayList<Row>();
        var guests = Set.copyOf(cast.guests());
        var now = Instant.now();
        for (int back = DAYS - 1; back >= 0; back--) {
            var day = now.atZone(ZONE).toLocalDate().minusDays(back);
            var weekend = day.getDayOfWeek().getValue() > 5;
            for (var person : cast.everybody()) {
                var often = guests.contains(person) ? GUESTS_OFTEN : COLLEAGUES_OFTEN;
                if (random.nextInt(100) < (weekend ? often / 9 : often)) {
                    come(rows, random, person, day.atTime(7, 0).atZone(ZONE).toInstant(), now);
                }
            }
        }
        insert(account, rows);
    }

    private static void come(List<Row> rows, Random random, UserId person, Instant morning, Instant now) {
        var at = morning.plus(Duration.ofMinutes(random.nextInt(420)));
        if (random.nextInt(14) == 0) {
            rows.add(new Row(DemoPast.id(at, random), person.value(), at.toString(), false));
            at = at.plusSeconds(20);
        }
        if (at.isBefore(now)) {
            rows.add(new Row(DemoPast.id(at, random), person.value(), at.toString(), true));
        } else if (!rows.isEmpty() && !Instant.parse(rows.getLast().at()).isBefore(now)) {
            rows.removeLast();
        }
    }

    private void insert(AccountId account, List<Row> rows) {
        jdbc.sql("""
                with given as (
                    select * from jsonb_to_recordset(:rows::jsonb) as row (id uuid, "user" uuid, at timestamptz,
                        opened boolean)
                ), kept as (
                    insert into audit_entries (account, id, at, kind, actor, actor_name, address, details)
                    select :account, g.id, g.at, case when g.opened then 'session.opened' else 'session.refused' end,
                        g."user", u.name, '198.51.100.' || (abs(hashtext(u.email)) % 200 + 1),
                        case when g.opened then jsonb_build_object('session', g.id)
                        else jsonb_build_object('email', u.email, 'reason', 'credential') end
                    from given g join users u on u.account = :account and u.id = g."user"
                ), seen as (
                    update users u set last_sign_in_at = last.at
                    from (select "user", max(at) as at from given where opened group by "user") last
                    where u.account = :account and u.id = last."user"
                )
                insert into sign_in_hours (account, hour, reseller, outcome, slot, number)
                select :account, date_trunc('hour', g.at), u.reseller,
                    case when g.opened then 'opened' else 'refused' end, 0, count(*)
                from given g join users u on u.account = :account and u.id = g."user"
                group by 2, 3, 4
                """)
                .param("account", account.value())
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    /** Everybody came at some time of the last two years and has proven the address, so no link to it is open. */
    @Transactional
    void settled(AccountId account, Cast cast) {
        var people = cast.everybody().stream().map(UserId::value).toArray(UUID[]::new);
        jdbc.sql("""
                with settled as (
                    update users set email_verified = true,
                        created_at = created_at - (40 + abs(hashtext(email)) % 690) * interval '1 day'
                            - abs(hashtext(name)) % 600 * interval '1 minute'
                    where account = :account and id = any(:people)
                ), proven as (
                    delete from links where account = :account and purpose = 'verification' and user_id = any(:people)
                )
                delete from mails where account = :account and kind = 'verification' and user_id = any(:people)
                """).param("account", account.value()).param("people", people).update();
    }

    void expireInvitation(AccountId account, String email) {
        jdbc.sql("""
                update invitations set sent_at = sent_at - interval '10 days', expires_at = sent_at - interval '3 days'
                where account = :account
                    and user_id = (select id from users where account = :account and email_key = :email)
                """).param("account", account.value()).param("email", email).update();
    }
}
