package io.bailiwick;

import io.bailiwick.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh database with all tables in it, on the one PostgreSQL of the test run.
 * Stores are tested with {@link #fresh}; a Spring test gets one for its context by
 * {@code @ContextConfiguration(initializers = TestDatabase.Initializer.class)}.
 */
public record TestDatabase(String url, String user, String password) {
    /** Where PostgreSQL lives; each of the processes that test at the same time has its own. */
    public static final Path FOLDER = Path.of("target", "test-database-" + System.getProperty("fork", "1"));

    /** A new database; takes about a tenth of a second. */
    public static TestDatabase fresh() {
        return Server.THE_ONE.copyOfTemplate();
    }

    /** Connects anew each time; for tests without a pool. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Gives a Spring context a database of its own. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = fresh();
            var settings = Map.<String, Object>of(
                    "bailiwick.database.url", database.url(),
                    "bailiwick.database.user", database.user(),
                    "bailiwick.database.password", database.password(),
                    "bailiwick.database.connections", 10);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", settings));
        }
    }

    /** One for each JVM; the databases of earlier runs are dropped, the template stays while the migrations do. */
    private enum Server {
        THE_ONE;

        private static final String TEMPLATE = "migrated";
        private final EmbeddedPostgres postgres = EmbeddedPostgres.start(
                FOLDER, "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300");
        private final JdbcClient superuser = JdbcClient.create(
                new TestDatabase(url("postgres"), "postgres", postgres.superuserPassword()).dataSource());
        private final AtomicInteger copies = new AtomicInteger();

        Server() {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgres::close));
            superuser
                    .sql("SELECT datname FROM pg_database WHERE datname LIKE 'copy_%'")
                    .query(String.class)
                    .list()
                    .forEach(this::drop);
            prepareTemplate();
        }

        private void prepareTemplate() {
            try {
                migrateTemplate();
            } catch (FlywayException absentOrOfOtherMigrations) {
                drop(TEMPLATE);
                superuser
                        .sql("CREATE DATABASE %s OWNER bailiwick".formatted(TEMPLATE))
                        .update();
                migrateTemplate();
            }
        }

        private void migrateTemplate() {
            Flyway.configure()
                    .dataSource(url(TEMPLATE), "bailiwick", postgres.password())
                    .load()
                    .migrate();
        }

        TestDatabase copyOfTemplate() {
            var name = "copy_" + copies.incrementAndGet();
            superuser
                    .sql("CREATE DATABASE %s TEMPLATE %s OWNER bailiwick".formatted(name, TEMPLATE))
                    .update();
            return new TestDatabase(url(name), "bailiwick", postgres.password());
        }

        private void drop(String name) {
            superuser
                    .sql("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name))
                    .update();
        }

        private String url(String name) {
            return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.port(), name);
        }
    }
}
