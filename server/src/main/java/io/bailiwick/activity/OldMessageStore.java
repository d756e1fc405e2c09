package io.bailiwick.activity;

import io.bailiwick.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OldMessageStore {
    private final JdbcClient jdbc;

    OldMessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Removes the oldest that came and ended before that moment, and have no open issue; returns how many. */
    int remove(AccountId account, Instant moment, int most) {
        return jdbc.sql("""
                with old as (
                    select m.id from messages m
                    where m.account = :account and m.id < :before and m.state in ('delivered', 'failed')
                        and m.finished_at < :moment and not exists (
                            select 1 from issues i
                            where i.account = :account and i.message = m.id and i.state = 'open')
                    order by m.id
                    limit :most
                    for update skip locked
                ), tries as (
                    delete from job_attempts t using jobs j
                    where t.account = :account and j.account = :account and j.id = t.job
                        and j.message in (select id from old)
                ), said as (
                    delete from issue_comments c using issues i
                    where c.account = :account and i.account = :account and i.id = c.issue
                        and i.message in (select id from old)
                ), looked as (
                    delete from issues where account = :account and message in (select id from old)
                ), done as (
                    delete from jobs where account = :account and message in (select id from old)
                ), bodies as (
                    delete from message_bodies where account = :account and message in (select id from old)
                )
                delete from messages where account = :account and id in (select id from old)
                """)
                .param("account", account.value())
                .param("before", Moments.firstId(moment))
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
