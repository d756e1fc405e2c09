package io.bailiwick.security;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches every statement that the server sends to its database while the tests run. */
@TestComponent
public class Statements implements BeanPostProcessor, QueryExecutionListener {
    /** Statements that are about all accounts on purpose, by how they begin, with the reason. */
    private static final Map<String, String> OF_ALL_ACCOUNTS = Map.of(
            "select account from applications where builtin and declarations is distinct from",
            "at the start, the panel's own areas are brought up to date in every account");

    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable DataSource> database = new AtomicReference<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource source) {
            database.set(source);
            return ProxyDataSourceBuilder.create(source).listener(this).build();
        }
        return bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // What a test itself looks up or sets up, on the thread that runs the tests, is not the server's.
        if (Thread.currentThread().getName().equals("main")) {
            return;
        }
        queries.forEach(query -> seen.add(query.getQuery()));
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    /** How many different statements were sent up to now. */
    public int count() {
        return seen.size();
    }

    /** Those that forget to say of which account, with what is wrong. */
    public Map<String, String> faults() {
        var rule = new AccountRule(tables());
        var faults = new TreeMap<String, String>();
        seen.stream()
                .filter(statement -> OF_ALL_ACCOUNTS.keySet().stream()
                        .noneMatch(statement.strip().replaceAll("\\s+", " ")::startsWith))
                .forEach(statement -> rule.fault(statement).ifPresent(fault -> faults.put(statement, fault)));
        return faults;
    }

    /** The tables and views that have an account. */
    Set<String> tables() {
        var source = database.get();
        if (source == null) {
            throw new IllegalStateException("the server has no database yet");
        }
        return Set.copyOf(JdbcClient.create(source).sql("""
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'account'
                """).query(String.class).list());
    }
}
