package io.bailiwick.recovery;

import io.bailiwick.database.CommandDatabase;
import io.bailiwick.http.PublicUrl;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** As much of the server as the command needs, without a door to the network; closed with the command. */
record RecoveryContext(CommandDatabase database, ConfigurableApplicationContext context) implements AutoCloseable {

    /** No configuration of the server: nobody finds it by looking for such. */
    @ComponentScan(
            basePackages = {
                "io.bailiwick.tokens",
                "io.bailiwick.accounts",
                "io.bailiwick.users",
                "io.bailiwick.links",
                "io.bailiwick.audit",
                "io.bailiwick.recovery"
            },
            lazyInit = true,
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    @Import(PublicUrl.class)
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Parts {}

    /** @throws io.bailiwick.database.DatabaseFailure if the database cannot be had */
    static RecoveryContext open() {
        var opened = new AtomicReference<@Nullable CommandDatabase>();
        var context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .lazyInitialization(true)
                .initializers(starting -> ((GenericApplicationContext) starting)
                        .registerBean("dataSource", DataSource.class, () -> source(opened.get())))
                .run("--logging.level.root=error", "--logging.level.io.bailiwick=error");
        try {
            var database = CommandDatabase.open(context.getEnvironment());
            opened.set(database);
            return new RecoveryContext(database, context);
        } catch (RuntimeException unreachable) {
            context.close();
            throw unreachable;
        }
    }

    /** Nothing asks for it before the database is open: every bean is made when it is wanted. */
    private static DataSource source(@Nullable CommandDatabase database) {
        if (database == null) {
            throw new IllegalStateException("the database is not open yet");
        }
        return database.source();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
