package io.bailiwick.demo;

import io.bailiwick.kernel.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes what went through in the past, many rows at once, and sums up what it wrote. */
@Component
class DemoPastStore {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DemoPastStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record MessageRow(
            UUID id,
            UUID partner,
            String direction,
            String type,
            String state,
            int size,
            String contentType,
            String reference,
            UUID flow,
            UUID accessPoint,
            String sender,
            UUID endpoint,
            String endpointName,
            String receivedAt,
            @Nullable String finishedAt,
            @Nullable String reason,
            String body) {}

    record RunRow(UUID id, UUID byUser, String byName, int total) {}

    record JobRow(
            UUID id,
            UUID message,
            UUID partner,
            UUID flow,
            String state,
            int attempts,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable UUID run,
            @Nullable String requestedBy,
            String endpointName,
            String dueAt,
            String startedAt,
            @Nullable String finishedAt) {}

    record AttemptRow(
            UUID job,
            int number,
            String at,
            int tookMs,
            @Nullable Integer status,
            @Nullable String reason) {}

    record IssueRow(
            UUID id,
            UUID message,
            UUID job,
            UUID partner,
            String state,
            String reason,
            int failures,
            int comments,
            String openedAt,
            String failedAt,
            @Nullable String closedAt,
            @Nullable String closedBy) {}

    record CommentRow(UUID issue, UUID id, UUID author, String authorName, String text, String at) {}

    /** All that is to be written. */
    static final class Rows {
        final List<MessageRow> messages = new ArrayList<>();
        final List<RunRow> runs = new ArrayList<>();
        final List<JobRow> jobs = new ArrayList<>();
        final List<AttemptRow> attempts = new ArrayList<>();
        final List<IssueRow> issues = new ArrayList<>();
        final List<CommentRow> comments = new ArrayList<>();
    }

    @Transactional
    void insert(AccountId account, Rows rows) {
        write(account, rows.messages, """
                with given as (
                    select * from jsonb_to_recordset(:rows::jsonb) as row (id uuid, partner uuid, direction text,
                        type text, state text, size integer, "contentType" text, reference text, flow uuid,
                        "accessPoint" uuid, sender text, endpoint uuid, "endpointName" text, "receivedAt" timestamptz,
                        "finishedAt" timestamptz, reason text, body text)
                ), kept as (
                    insert into messages (account, id, partner, direction, type, state, size, content_type, reference,
                        flow, access_point, sender, endpoint, endpoint_name, received_at, finished_at, reason)
                    select :account, id, partner, direction, type, state, size, "contentType", reference, flow,
                        "accessPoint", sender, endpoint, "endpointName", "receivedAt", "finishedAt", reason
                    from given
                )
                insert into message_bodies (account, message, body)
                select :account, id, convert_to(body, 'UTF8') from given
                """);
        write(account, rows.runs, """
                insert into reprocess_runs (account, id, by_user, by_name, total)
                select :account, id, "byUser", "byName", total
                from jsonb_to_recordset(:rows::jsonb) as row (id uuid, "byUser" uuid, "byName" text, total integer)
                """);
        write(account, rows.jobs, """
                insert into jobs (account, id, message, partner, flow, state, attempts, status, reason, run, requested_by,
                    endpoint_name, due_at, started_at, finished_at)
                select :account, id, message, partner, flow, state, attempts, status, reason, run, "requestedBy",
                    "endpointName", "dueAt", "startedAt", "finishedAt"
                from jsonb_to_recordset(:rows::jsonb) as row (id uuid, message uuid, partner uuid, flow uuid,
                    state text, attempts integer, status integer, reason text, run uuid, "requestedBy" text,
                    "endpointName" text, "dueAt" timestamptz, "startedAt" timestamptz, "finishedAt" timestamptz)
                """);
        write(account, rows.attempts, """
                insert into job_attempts (account, job, number, at, took_ms, status, reason)
                select :account, job, number, at, "tookMs", status, reason
                from jsonb_to_recordset(:rows::jsonb) as row (job uuid, number integer, at timestamptz,
                    "tookMs" integer, status integer, reason text)
                """);
        write(account, rows.issues, """
                insert into issues (account, id, message, job, partner, state, reason, failures, comments, opened_at,
                    failed_at, closed_at, closed_by)
                select :account, id, message, job, partner, state, reason, failures, comments, "openedAt",
                    "failedAt", "closedAt", "closedBy"
                from jsonb_to_recordset(:rows::jsonb) as row (id uuid, message uuid, job uuid, partner uuid, state text,
                    reason text, failures integer, comments integer, "openedAt" timestamptz, "failedAt" timestamptz,
                    "closedAt" timestamptz, "closedBy" text)
                """);
        write(account, rows.comments, """
                insert into issue_comments (account, issue, id, author, author_name, text, at)
                select :account, issue, id, author, "authorName", text, at
                from jsonb_to_recordset(:rows::jsonb) as row (issue uuid, id uuid, author uuid, "authorName" text,
                    text text, at timestamptz)
                """);
        sum(account);
    }

    private void write(AccountId account, List<?> rows, String sql) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.sql(sql)
                    .param("account", account.value())
                    .param("rows", json.writeValueAsString(rows.subList(from, Math.min(rows.size(), from + BATCH))))
                    .update();
        }
    }

    private void sum(AccountId account) {
        jdbc.sql("""
                insert into message_hours (account, hour, partner, slot, open, delivered, failed)
                select :account, date_trunc('hour', received_at), partner, -1,
                    count(*) filter (where state in ('received', 'delivering')),
                    count(*) filter (where state = 'delivered'), count(*) filter (where state = 'failed')
                from messages where account = :account
                group by 2, 3
                """).param("account", account.value()).update();
        jdbc.sql("""
                insert into endpoint_hours (account, hour, partner, endpoint, slot, endpoint_name, tries, missed, given_up,
                    took_ms, longest_ms)
                select :account, date_trunc('hour', a.at), j.partner, m.endpoint, -1, max(j.endpoint_name), count(*),
                    count(*) filter (where a.reason is not null),
                    count(*) filter (where j.state = 'failed' and a.number = j.attempts), sum(a.took_ms), max(a.took_ms)
                from job_attempts a
                join jobs j on j.account = :account and j.id = a.job
                join messages m on m.account = :account and m.id = j.message
                where a.account = :account
                group by 2, 3, 4
                """).param("account", account.value()).update();
    }
}
