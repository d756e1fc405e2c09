package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Changes;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.guard.Guard;
import io.bailiwick.model.Access;
import io.bailiwick.model.GroupMode;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Cursors;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Ten thousand members cost no more statements than one: they are counted where they stand, and a page of them is read. */
@PanelTest
class PreviewSizeTests {
    private static final int MANY = 10_000;

    @Autowired
    private ApplicationContext context;

    @Test
    void theNumberOfStatementsDoesNotGrowWithMembers() {
        var village = new Village(context, "Preview Size", 1, 99);
        var group = context.getBean(Groups.class)
                .create(village.server(), new GroupForm("Readers", "exceptions", List.of("read"), List.of()))
                .value();
        var statements = new AtomicInteger();
        var previews = watched(statements);
        var closed = new Proposal.GroupBecomes(group, new GroupRights(GroupMode.EXCEPTIONS, Access.NONE, List.of()));
        village.join(group, 0, 1);
        previews.of(village.server(), closed);
        var few = statements.getAndSet(0);
        village.join(group, 1, MANY);

        var effect = previews.of(village.server(), closed);

        assertThat(effect.losing()).isGreaterThanOrEqualTo(MANY);
        assertThat(statements.get()).isEqualTo(few).isPositive();
    }

    private EnginePreviews watched(AtomicInteger statements) {
        var source = ProxyDataSourceBuilder.create(context.getBean(DataSource.class))
                .beforeQuery((execution, queries) -> statements.addAndGet(queries.size()))
                .build();
        var watched = JdbcClient.create(source);
        return new EnginePreviews(
                context.getBean(Policies.class),
                new Concerned(new StandingStore(watched), new SubjectStore(watched)),
                context.getBean(Changes.class),
                context.getBean(Guard.class),
                context.getBean(Cursors.class),
                context.getBean(PlatformTransactionManager.class));
    }
}
