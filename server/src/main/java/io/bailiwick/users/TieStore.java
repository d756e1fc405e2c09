package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.OneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What users can be tied to: groups, partners and resellers, as their owners publish them. */
@Component
class TieStore {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient jdbc;

    TieStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The partners with these keys or ids; narrowed to those of the reseller when there is one. The words are hashed, however
     * few partners the planner believes in: to compare each with each takes seconds for ten thousand.
     */
    List<User.Partner> partners(AccountId account, Collection<String> words, @Nullable UUID reseller) {
        return jdbc.sql("""
                select id, key, name from partners_for_users
                where account = :account
                    and (key in (select unnest(:keys::text[])) or id in (select unnest(:ids::uuid[])))
                    and (:reseller::uuid is null or reseller = :reseller)
                """)
                .param("account", account.value())
                .param("keys", askable(words))
                .param("ids", ids(words))
                .param("reseller", reseller)
                .query(TieStore::partner)
                .list();
    }

    /** The partners with this key, id or name, whatever its case; narrowed to those of the reseller when there is one. */
    List<User.Partner> partnersCalled(AccountId account, String word, @Nullable UUID reseller) {
        if (!OneLine.isClean(word)) {
            return List.of();
        }
        return jdbc.sql("""
                select id, key, name from partners_for_users
                where account = :account and (key = lower(:word) or id::text = lower(:word) or name_key = lower(:word))
                    and (:reseller::uuid is null or reseller = :reseller)
                """)
                .param("account", account.value())
                .param("word", word)
                .param("reseller", reseller)
                .query(TieStore::partner)
                .list();
    }

    /** The first partners by name; narrowed to those of the reseller when there is one. */
    List<User.Partner> partners(AccountId account, @Nullable UUID reseller, int limit) {
        return jdbc.sql("""
                select id, key, name from partners_for_users
                where account = :account and (:reseller::uuid is null or reseller = :reseller)
                order by name_key, id limit :limit
                """)
                .param("account", account.value())
                .param("reseller", reseller)
                .param("limit", limit)
                .query(TieStore::partner)
                .list();
    }

    /** The reseller with this key or id. */
    Optional<User.Reseller> reseller(AccountId account, String word) {
        if (!OneLine.isClean(word)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select id, key, name from resellers_for_users
                where account = :account and (key = :word or id::text = :word)
                """)
                .param("account", account.value())
                .param("word", word)
                .query(TieStore::reseller)
                .optional();
    }

    /** The resellers with this key, id or name, whatever its case; the one alone when there is one. */
    List<User.Reseller> resellersCalled(AccountId account, String word, @Nullable UUID only) {
        if (!OneLine.isClean(word)) {
            return List.of();
        }
        return jdbc.sql("""
                select id, key, name from resellers_for_users
                where account = :account and (key = lower(:word) or id::text = lower(:word) or name_key = lower(:word))
                    and (:only::uuid is null or id = :only)
                """)
                .param("account", account.value())
                .param("word", word)
                .param("only", only)
                .query(TieStore::reseller)
                .list();
    }

    /** The first resellers by name; the one alone when there is one. */
    List<User.Reseller> resellers(AccountId account, @Nullable UUID only, int limit) {
        return jdbc.sql("""
                select id, key, name from resellers_for_users
                where account = :account and (:only::uuid is null or id = :only)
                order by name_key, id limit :limit
                """)
                .param("account", account.value())
                .param("only", only)
                .param("limit", limit)
                .query(TieStore::reseller)
                .list();
    }

    /** The groups with these ids or names; names are compared without case. */
    List<User.Group> groups(AccountId account, Collection<String> words) {
        return jdbc.sql("""
                select id, name from groups_for_users
                where account = :account
                    and (id::text = any(:words) or name_key in (select lower(word) from unnest(:words::text[]) as word))
                """)
                .param("account", account.value())
                .param("words", askable(words))
                .query(TieStore::group)
                .list();
    }

    /** The first groups by name. */
    List<User.Group> groups(AccountId account, int limit) {
        return jdbc.sql("""
                select id, name from groups_for_users where account = :account order by name_key, id limit :limit
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query(TieStore::group)
                .list();
    }

    Ties.Found<User.Group> findGroups(AccountId account, SearchText words, int limit) {
        return found(
                jdbc.sql("""
                select id, name, count(*) over () as total from groups_for_users
                where account = :account and (:anywhere::text is null or name_key like lower(:anywhere))
                    and (:beginning::text is null or name_key like lower(:beginning))
                order by name_key, id limit :limit
                """)
                        .param("account", account.value())
                        .param("anywhere", words.anywhere())
                        .param("beginning", words.beginning())
                        .param("limit", limit),
                TieStore::group);
    }

    /** Short words are looked for at the beginning of the name or of the key. */
    Ties.Found<User.Partner> findPartners(
            AccountId account, SearchText words, @Nullable UUID reseller, @Nullable String after, int limit) {
        return found(
                jdbc.sql("""
                select id, key, name, count(*) over () as total from partners_for_users
                where account = :account and (:reseller::uuid is null or reseller = :reseller)
                    and (:anywhere::text is null or search like lower(:anywhere))
                    and (:beginning::text is null or name_key like lower(:beginning) or key like lower(:beginning))
                    and (:after::text is null or (name_key, id) > (
                        select p.name_key, p.id from partners_for_users p where p.account = :account and p.key = :after))
                order by name_key, id limit :limit
                """)
                        .param("account", account.value())
                        .param("reseller", reseller)
                        .param("after", after)
                        .param("anywhere", words.anywhere())
                        .param("beginning", words.beginning())
                        .param("limit", limit),
                TieStore::partner);
    }

    Ties.Found<User.Reseller> findResellers(AccountId account, SearchText words, @Nullable UUID only, int limit) {
        return found(
                jdbc.sql("""
                select id, key, name, count(*) over () as total from resellers_for_users
                where account = :account and (:only::uuid is null or id = :only)
                    and (:anywhere::text is null or search like lower(:anywhere))
                    and (:beginning::text is null or name_key like lower(:beginning) or key like lower(:beginning))
                order by name_key, id limit :limit
                """)
                        .param("account", account.value())
                        .param("only", only)
                        .param("anywhere", words.anywhere())
                        .param("beginning", words.beginning())
                        .param("limit", limit),
                TieStore::reseller);
    }

    private static <T> Ties.Found<T> found(JdbcClient.StatementSpec statement, RowMapper<T> each) {
        var total = new AtomicLong();
        var items = statement
                .query((row, number) -> {
                    total.set(row.getLong("total"));
                    return each.mapRow(row, number);
                })
                .list();
        return new Ties.Found<>(items, total.get());
    }

    /** PostgreSQL takes no NUL and no half character, and no name holds one. */
    private static String[] askable(Collection<String> words) {
        return words.stream().filter(OneLine::isClean).toArray(String[]::new);
    }

    private static UUID[] ids(Collection<String> words) {
        return words.stream()
                .filter(word -> ID.matcher(word).matches())
                .map(UUID::fromString)
                .toArray(UUID[]::new);
    }

    private static User.Partner partner(ResultSet row, int number) throws SQLException {
        return new User.Partner(row.getObject("id", UUID.class), row.getString("key"), row.getString("name"));
    }

    private static User.Reseller reseller(ResultSet row, int number) throws SQLException {
        return new User.Reseller(row.getObject("id", UUID.class), row.getString("key"), row.getString("name"));
    }

    private static User.Group group(ResultSet row, int number) throws SQLException {
        return new User.Group(row.getObject("id", UUID.class), row.getString("name"));
    }
}
