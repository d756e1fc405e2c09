package io.bailiwick.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Makes the connections that all modules use. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int IDLE_CONNECTIONS = 2;
    private static final int OLDEST_VERSION = 18;

    @Bean
    @Conditional(NoServerNamed.class)
    EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) {
        return EmbeddedPostgres.start(settings.dataDir());
    }

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        return open(settings, embedded.getIfAvailable());
    }

    /** What is asked {@link Aside} is given up when no answer comes, as when the network swallows it. */
    static HikariDataSource open(DatabaseSettings settings, @Nullable EmbeddedPostgres embedded) {
        var aside = source(settings, embedded);
        aside.setSocketTimeout((int) PATIENCE.toSeconds());
        return connections(
                source(settings, embedded), aside, settings.database().connections());
    }

    /**
     * Connects to the embedded database, or, without one, to the server that the settings name.
     *
     * @throws DatabaseFailure if it does not answer, or is too old
     */
    static PGSimpleDataSource source(DatabaseSettings settings, @Nullable EmbeddedPostgres embedded) {
        var source = embedded == null ? server(settings.database()) : new EmbeddedDataSource(embedded);
        source.setApplicationName("bailiwick");
        source.setReWriteBatchedInserts(true);
        source.setTcpKeepAlive(true);
        source.setConnectTimeout((int) PATIENCE.toSeconds());
        check(source);
        return source;
    }

    /** A quarter of the connections is kept for what is asked {@link Aside}. */
    static HikariDataSource connections(DataSource usual, DataSource aside, int connections) {
        var few = connections / 4;
        return new Connections(pool("database", usual, connections - few), pool("database-aside", aside, few));
    }

    private static HikariConfig pool(String name, DataSource source, int connections) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(new PersistentDataSource(source));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(connections, IDLE_CONNECTIONS));
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static PGSimpleDataSource server(DatabaseSettings.Server settings) {
        var source = new PGSimpleDataSource();
        source.setUrl(String.valueOf(settings.url()));
        ifGiven(settings.user(), source::setUser);
        ifGiven(settings.password(), source::setPassword);
        return source;
    }

    private static void ifGiven(@Nullable String value, Consumer<String> setter) {
        if (StringUtils.hasText(value)) {
            setter.accept(value);
        }
    }

    private static void check(PGSimpleDataSource source) {
        try (Connection connection = source.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new DatabaseFailure("The PostgreSQL server at `%s` has version %d; Bailiwick needs %d or newer."
                        .formatted(address(source), version, OLDEST_VERSION));
            }
        } catch (SQLException fault) {
            throw new DatabaseFailure(
                    "The PostgreSQL server at `%s` does not let Bailiwick in as `%s`: %s Check BAILIWICK_DATABASE_URL, BAILIWICK_DATABASE_USER and BAILIWICK_DATABASE_PASSWORD."
                            .formatted(address(source), source.getUser(), fault.getMessage()),
                    fault);
        }
    }

    private static String address(PGSimpleDataSource source) {
        return "%s:%d/%s".formatted(source.getServerNames()[0], source.getPortNumbers()[0], source.getDatabaseName());
    }

    /** Holds when the settings name no server, so that the database is our own. */
    static final class NoServerNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("bailiwick.database.url"));
        }
    }
}
