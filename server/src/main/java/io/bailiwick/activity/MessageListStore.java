package io.bailiwick.activity;

import io.bailiwick.flows.Direction;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.partners.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is read of messages. Who sees everything reads the account's messages from the newest on; who sees a few partners'
 * reads each partner's from the newest on and takes the newest of all. Neither depends on how many messages there are.
 */
@Component
class MessageListStore {
    /** What is wanted of a message, whoever sees it; what is not asked for falls away before the plan is made. */
    private static final String MATCHING = """
            (:since::uuid is null or id >= :since) and (:before::uuid is null or id < :before)
                and (:id::uuid is null or id = :id)
                and (:reference::text is null or reference like :reference)
                and (:direction::text is null or direction = :direction)
                and (:state::text is null or state = :state)
                and (:type::text is null or type = :type)
            """;

    private final JdbcClient jdbc;

    MessageListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which messages are wanted.
     *
     * @param id the one with this id, or null
     * @param reference the beginning of a reference, as a pattern; null for all
     * @param since made at this id or later, or null
     * @param before made before this id, or null
     */
    record Wanted(
            Sight sight,
            @Nullable UUID id,
            @Nullable String reference,
            @Nullable String direction,
            @Nullable String state,
            @Nullable String type,
            @Nullable UUID since,
            @Nullable UUID before) {
        /** The same in that state. */
        Wanted in(MessageState other) {
            return new Wanted(sight, id, reference, direction, other.word(), type, since, before);
        }

        /** The same made before that id. */
        Wanted before(UUID bound) {
            var nearer = before == null || bound.compareTo(before) < 0 ? bound : before;
            return new Wanted(sight, id, reference, direction, state, type, since, nearer);
        }
    }

    /** Finds by ids first: those an index tells alone, the rest is read for the page that is shown. */
    List<Message> list(AccountId account, Wanted wanted, @Nullable UUID after, int limit) {
        Plans.anew(jdbc);
        return jdbc.sql("""
                select m.*, p.key as p_key, p.name as p_name
                from (
                    %s
                ) found
                join messages m on m.account = :account and m.id = found.id
                join partners_for_data p on p.account = :account and p.id = m.partner
                order by m.id desc
                """.formatted((Plans.isFew(wanted.sight()) ? """
                    select each.id
                    from unnest(:partners::uuid[]) as seen (partner)
                    cross join lateral (
                        select id from messages
                        where account = :account and partner = seen.partner
                            and (:after::uuid is null or id < :after)
                            and %s
                        order by id desc
                        limit :limit
                    ) each
                    order by each.id desc
                    limit :limit
                    """ : """
                    select id from messages
                    where account = :account
                        and (:everything and partner <> all(:hidden) or partner = any(:partners))
                        and (:after::uuid is null or id < :after)
                        and %s
                    order by id desc
                    limit :limit
                    """).formatted(MATCHING)))
                .params(parameters(account, wanted, after))
                .param("limit", limit)
                .query(MessageListStore::message)
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, Wanted wanted) {
        return count(account, wanted, Page.COUNTED + 1);
    }

    /** How many match, counted up to that number. */
    long count(AccountId account, Wanted wanted, long most) {
        return jdbc.sql((Plans.isFew(wanted.sight()) ? """
                select count(*) from (
                    select 1 from unnest(:partners::uuid[]) as seen (partner)
                    cross join lateral (
                        select 1 from messages
                        where account = :account and partner = seen.partner
                            and %s
                        limit :most
                    ) each
                    limit :most
                ) matches
                """ : """
                select count(*) from (
                    select 1 from messages
                    where account = :account
                        and (:everything and partner <> all(:hidden) or partner = any(:partners))
                        and %s
                    limit :most
                ) matches
                """).formatted(MATCHING))
                .params(parameters(account, wanted, null))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    Optional<Message> find(AccountId account, Sight sight, UUID id) {
        return jdbc.sql("""
                select m.*, p.key as p_key, p.name as p_name
                from messages m join partners_for_data p on p.account = :account and p.id = m.partner
                where m.account = :account and m.id = :id
                    and (:everything and m.partner <> all(:hidden) or m.partner = any(:partners))
                """)
                .param("account", account.value())
                .param("id", id)
                .params(sight.parameters())
                .query(MessageListStore::message)
                .optional();
    }

    byte[] body(AccountId account, UUID id) {
        return jdbc.sql("select body from message_bodies where account = :account and message = :id")
                .param("account", account.value())
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** The types of messages that there are, for whoever sees them; the first hundred. */
    List<String> types(AccountId account, Sight sight) {
        return jdbc.sql("""
                with recursive types (type) as (
                    select min(type) from messages where account = :account
                    union all
                    select (select min(m.type) from messages m where m.account = :account and m.type > types.type)
                    from types where types.type is not null
                )
                select type from types
                where type is not null and (:everything or exists (
                    select 1 from messages m
                    where m.account = :account and m.type = types.type and m.partner = any(:partners)))
                limit 100
                """)
                .param("account", account.value())
                .param("everything", sight.everything())
                .param("partners", sight.partners().toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    private static Map<String, @Nullable Object> parameters(AccountId account, Wanted wanted, @Nullable UUID after) {
        var parameters = new HashMap<String, @Nullable Object>(wanted.sight().parameters());
        parameters.put("account", account.value());
        parameters.put("after", after);
        parameters.put("since", wanted.since());
        parameters.put("before", wanted.before());
        parameters.put("id", wanted.id());
        parameters.put("reference", wanted.reference());
        parameters.put("direction", wanted.direction());
        parameters.put("state", wanted.state());
        parameters.put("type", wanted.type());
        return parameters;
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                new Message.Partner(
                        row.getObject("partner", UUID.class), row.getString("p_key"), row.getString("p_name")),
                Direction.of(row.getString("direction")).orElseThrow(),
                row.getString("type"),
                MessageState.of(row.getString("state")),
                row.getInt("size"),
                row.getString("content_type"),
                row.getString("reference"),
                row.getString("sender"),
                row.getString("endpoint_name"),
                Moments.at(row, "received_at"),
                Moments.orNull(row, "finished_at"),
                row.getString("reason"));
    }
}
