package io.bailiwick.activity;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.partners.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class IssueStore {
    private final JdbcClient jdbc;

    IssueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which issues are wanted: of a message, or of all when it is null; in a state, or in any. */
    record Wanted(
            Sight sight, @Nullable UUID message, @Nullable String state) {}

    List<Issue> list(AccountId account, Wanted wanted, @Nullable UUID after, int limit) {
        Plans.anew(jdbc);
        return jdbc.sql("""
                select i.*, m.type, m.endpoint_name, p.key as p_key, p.name as p_name
                from issues i
                join messages m on m.account = :account and m.id = i.message
                join partners_for_data p on p.account = :account and p.id = i.partner
                where i.account = :account and (:everything and i.partner <> all(:hidden) or i.partner = any(:partners))
                    and (:after::uuid is null or i.id < :after)
                    and (:message::uuid is null or i.message = :message) and (:state::text is null or i.state = :state)
                order by i.id desc
                limit :limit
                """)
                .params(parameters(account, wanted))
                .param("after", after)
                .param("limit", limit)
                .query(IssueStore::issue)
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, Wanted wanted) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from issues
                    where account = :account and (:everything and partner <> all(:hidden) or partner = any(:partners))
                        and (:message::uuid is null or message = :message) and (:state::text is null or state = :state)
                    limit :most
                ) matches
                """)
                .params(parameters(account, wanted))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    /** What those of these are like that there are. */
    List<IssueEvents.State> states(AccountId account, List<UUID> ids) {
        return jdbc.sql("select id, comments, version from issues where account = :account and id = any(:ids)")
                .param("account", account.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new IssueEvents.State(
                        row.getObject("id", UUID.class), row.getInt("comments"), row.getLong("version")))
                .list();
    }

    Optional<Issue> find(AccountId account, Sight sight, UUID id) {
        return jdbc.sql("""
                select i.*, m.type, m.endpoint_name, p.key as p_key, p.name as p_name
                from issues i
                join messages m on m.account = :account and m.id = i.message
                join partners_for_data p on p.account = :account and p.id = i.partner
                where i.account = :account and i.id = :id
                    and (:everything and i.partner <> all(:hidden) or i.partner = any(:partners))
                """)
                .param("account", account.value())
                .param("id", id)
                .params(sight.parameters())
                .query(IssueStore::issue)
                .optional();
    }

    /** Whether it was open. */
    boolean close(AccountId account, UUID id, String by) {
        return jdbc.sql("""
                update issues set state = 'closed', closed_at = clock_timestamp(), closed_by = :by, version = version + 1
                where account = :account and id = :id and state = 'open'
                """)
                        .param("account", account.value())
                        .param("id", id)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Returns when it was said. */
    Instant comment(AccountId account, UUID issue, UUID id, @Nullable UUID author, String name, String text) {
        return jdbc.sql("""
                with counted as (
                    update issues set comments = comments + 1 where account = :account and id = :issue
                )
                insert into issue_comments (account, issue, id, author, author_name, text)
                values (:account, :issue, :id, :author, :name, :text)
                returning at
                """)
                .param("account", account.value())
                .param("issue", issue)
                .param("id", id)
                .param("author", author)
                .param("name", name)
                .param("text", text)
                .query((row, number) -> Moments.at(row, "at"))
                .single();
    }

    /** Oldest first. */
    List<Comment> comments(AccountId account, UUID issue, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select id, author, author_name, text, at from issue_comments
                where account = :account and issue = :issue and (:after::uuid is null or id > :after)
                order by id
                limit :limit
                """)
                .param("account", account.value())
                .param("issue", issue)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Comment(
                        row.getObject("id", UUID.class),
                        row.getObject("author", UUID.class),
                        row.getString("author_name"),
                        row.getString("text"),
                        Moments.at(row, "at")))
                .list();
    }

    /** Who has said something about it. */
    List<UUID> authors(AccountId account, UUID issue) {
        return jdbc.sql("""
                select distinct author from issue_comments
                where account = :account and issue = :issue and author is not null
                """)
                .param("account", account.value())
                .param("issue", issue)
                .query(UUID.class)
                .list();
    }

    private static Map<String, @Nullable Object> parameters(AccountId account, Wanted wanted) {
        var parameters = new HashMap<String, @Nullable Object>(wanted.sight().parameters());
        parameters.put("account", account.value());
        parameters.put("message", wanted.message());
        parameters.put("state", wanted.state());
        return parameters;
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(
                row.getObject("id", UUID.class),
                row.getObject("message", UUID.class),
                row.getObject("job", UUID.class),
                new Message.Partner(
                        row.getObject("partner", UUID.class), row.getString("p_key"), row.getString("p_name")),
                row.getString("type"),
                row.getString("endpoint_name"),
                row.getString("state").equals("open"),
                row.getString("reason"),
                row.getInt("failures"),
                row.getInt("comments"),
                Moments.at(row, "opened_at"),
                Moments.at(row, "failed_at"),
                Moments.orNull(row, "closed_at"),
                row.getString("closed_by"),
                row.getLong("version"));
    }
}
