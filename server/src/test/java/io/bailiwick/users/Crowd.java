package io.bailiwick.users;

import io.bailiwick.TestDatabase;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.tokens.Cursors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Many users in a database of their own, and the search over them as the façade runs it. */
final class Crowd {
    final DataSource source;
    final JdbcClient jdbc;
    final AccountId account;
    private final TransactionTemplate transactions;
    private final SearchReader reader;
    private final UserSearch search;

    Crowd() {
        this(TestDatabase.fresh().dataSource());
    }

    Crowd(DataSource source) {
        this(source, null);
    }

    /** The same people, seen through another source. */
    Crowd(DataSource source, @Nullable AccountId known) {
        this(source, known, Duration.ofMinutes(1));
    }

    /** The same people, seen by searches that take no longer. */
    Crowd(DataSource source, @Nullable AccountId known, Duration timeout) {
        this.source = source;
        jdbc = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        reader = new SearchReader(new TieStore(jdbc), new SearchValues(new TieStore(jdbc)));
        var store =
                new UserListStore(jdbc, new SearchBounds(jdbc, new SearchSettings(timeout)), new SearchStandings(jdbc));
        search = new UserSearch(store, new UserStore(jdbc), reader, cursors(jdbc));
        account = known == null ? account("Northgate Telecom", "northgate") : known;
    }

    AccountId account(String name, String shortId) {
        var id = Ids.next();
        jdbc.sql("insert into accounts (id, short_id, name) values (:id, :shortId, :name)")
                .param("id", id)
                .param("shortId", shortId)
                .param("name", name)
                .update();
        return new AccountId(id);
    }

    UUID user(String name, String email) {
        return user(account, name, email, "normal", null);
    }

    UUID user(AccountId account, String name, String email, String role, @Nullable UUID reseller) {
        var id = Ids.next();
        var data = role.equals("administrator") ? "all" : role.equals("partner") ? "selected" : "none";
        jdbc.sql("""
                insert into users (account, id, name, email, role, data_access, reseller, status, password)
                values (:account, :id, :name, :email, :role, :data, :reseller, 'active', 'x')
                """)
                .param("account", account.value())
                .param("id", id)
                .param("name", name)
                .param("email", email)
                .param("role", role)
                .param("data", data)
                .param("reseller", reseller)
                .update();
        return id;
    }

    UUID reseller(String key) {
        return named("insert into resellers (account, id, key, name) values (:account, :id, :key, :key)", key);
    }

    UUID partner(String key) {
        return named("insert into partners (account, id, key, name) values (:account, :id, :key, :key)", key);
    }

    UUID group(String name) {
        return named("""
                insert into groups (account, id, name, mode, default_access)
                values (:account, :id, :key, 'only-listed', 15)
                """, name);
    }

    void join(UUID user, UUID group) {
        jdbc.sql("insert into memberships (account, user_id, group_id) values (:account, :user, :group)")
                .param("account", account.value())
                .param("user", user)
                .param("group", group)
                .update();
    }

    void select(UUID user, UUID partner) {
        jdbc.sql("insert into user_partners (account, user_id, partner) values (:account, :user, :partner)")
                .param("account", account.value())
                .param("user", user)
                .param("partner", partner)
                .update();
    }

    UserPage find(UserFilter filter, PageRequest request, @Nullable UUID sight) {
        return Objects.requireNonNull(
                transactions.execute(status -> search.page(Actor.server(account), filter, request, sight)));
    }

    /** The first whom a search finds, told by looking at everybody without any of its ways. */
    List<UUID> plainly(String q, String sort, int limit) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var criteria = reader.read(Actor.server(account), UserFilter.of(q), null, new ArrayList<>());
            var bindings = new Bindings();
            var matches = Stream.concat(
                            Stream.of("true"), criteria.conditions().stream().map(condition -> condition.sql(bindings)))
                    .collect(Collectors.joining(" and "));
            return jdbc.sql("""
                    select u.id from users u where u.account = :account and %s order by %s limit :limit
                    """.formatted(matches, UserOrder.of(List.of(sort)).orderBy(false)))
                    .param("account", account.value())
                    .param("limit", limit)
                    .params(bindings.values())
                    .query(UUID.class)
                    .list();
        }));
    }

    long count(String q, int most) {
        return Objects.requireNonNull(
                transactions.execute(status -> search.count(Actor.server(account), UserFilter.of(q), null, most)));
    }

    /** Does something in one transaction. */
    <T extends @Nullable Object> T within(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    ShownUsers show(String q, @Nullable UUID sight) {
        return Objects.requireNonNull(transactions.execute(
                status -> search.shown(Actor.server(account), UserFilter.of(q), PageRequest.first(), sight)));
    }

    List<String> names(UserFilter filter, String... sort) {
        return names(find(filter, new PageRequest(List.of(sort), 50, null), null));
    }

    static List<String> names(UserPage page) {
        return page.page().items().stream().map(User::name).toList();
    }

    static UserFilter text(String q) {
        return new UserFilter(q, null, null, null, null, null, null, null);
    }

    private static Cursors cursors(JdbcClient jdbc) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.scan("io.bailiwick.tokens");
        context.refresh();
        return context.getBean(Cursors.class);
    }

    private UUID named(String sql, String key) {
        var id = Ids.next();
        jdbc.sql(sql)
                .param("account", account.value())
                .param("id", id)
                .param("key", key)
                .update();
        return id;
    }
}
