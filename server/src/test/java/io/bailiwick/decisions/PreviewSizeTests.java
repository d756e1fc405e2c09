package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Changes;
import io.bailiwick.engine.Policy;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.GroupMode;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Cursors;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Ten thousand members cost no more statements than one: they are counted where they stand, and a page of them is read. What
 * they are told is what the engine decides then.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewSizeTests {
    private static final int MANY = 10_000;

    private final ApplicationContext context;
    private final Village village;
    private final GroupId group;
    private final AtomicInteger statements = new AtomicInteger();
    private int few;

    @Autowired
    PreviewSizeTests(ApplicationContext context) {
        this.context = context;
        village = new Village(context, "Preview Size", 1, 99);
        group = context.getBean(Groups.class)
                .create(village.server(), new GroupForm("Readers", "exceptions", List.of("read"), List.of()));
    }

    @BeforeAll
    void manyJoin() {
        village.join(group.value(), 0, 1);
        closed();
        few = statements.get();
        village.join(group.value(), 1, MANY);
        village.join(village.groups().getFirst(), 50);
        village.join(village.groups().getLast(), 70);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithMembers() {
        var effect = closed();

        assertThat(effect.losing()).isPositive();
        assertThat(statements.get()).isEqualTo(few).isPositive();
    }

    @Test
    void tenThousandAreToldExactlyWhatTheEngineThenDecides() {
        var areas = village.areas();
        var form = new GroupForm(
                "Readers",
                "exceptions",
                List.of("create", "update"),
                List.of(
                        new RuleForm(areas.getFirst().toString(), List.of("read", "delete"), "allow"),
                        new RuleForm(areas.getLast().toString(), List.of("create"), "deny")));
        var groups = context.getBean(Groups.class);
        var before = policy();

        var effect = groups.preview(village.server(), group, null, form, new PageRequest(List.of(), 500, null));
        save(groups, form);

        var decided = difference(before, policy());
        assertThat(effect.people()).isGreaterThan(MANY / 2);
        assertThat(effect.areas()).hasSizeGreaterThan(10);
        assertThat(told(effect)).isEqualTo(decided.counts());
        var changes = Objects.requireNonNull(effect.changes());
        assertThat(changes.total()).isEqualTo(decided.rows().size());
        assertThat(changes.items())
                .hasSize(500)
                .allSatisfy(single -> assertThat(decided.rows())
                        .contains(single.user() + " " + key((Effect.InArea) single.in(), single.after())));
    }

    private void save(Groups groups, GroupForm form) {
        try {
            groups.edit(village.server(), group, null, saved -> form, null);
        } catch (Refusal.Unconfirmed asked) {
            groups.edit(village.server(), group, null, saved -> form, asked.token());
        }
    }

    private record Decided(Map<String, Long> counts, Set<String> rows) {}

    /** Everybody who joined, asked about everything under both. */
    private Decided difference(Policy before, Policy after) {
        var decided = new Decided(new TreeMap<>(), new HashSet<>());
        var crowd = context.getBean(SubjectStore.class).read(village.server().account(), village.crowd(), null);
        assertThat(crowd).hasSize(MANY + 1);
        for (var user : crowd) {
            var was = before.subject(user);
            var is = after.subject(user);
            for (var area : after.definition().areas()) {
                for (var action : Action.values()) {
                    var allowed =
                            is.decide(area.id(), action, "127.0.0.1", null).allowed();
                    if (was.decide(area.id(), action, "127.0.0.1", null).allowed() != allowed) {
                        var key = area.id() + " " + action.word() + (allowed ? " gains" : " loses");
                        decided.counts().merge(key, 1L, Long::sum);
                        decided.rows().add(user.id() + " " + key);
                    }
                }
            }
        }
        return decided;
    }

    private static Map<String, Long> told(Effect effect) {
        var told = new TreeMap<String, Long>();
        effect.areas().forEach(in -> {
            told.put(key(in, true), in.gaining());
            told.put(key(in, false), in.losing());
        });
        told.values().removeIf(number -> number == 0);
        return told;
    }

    private static String key(Effect.InArea in, boolean gains) {
        return in.area() + " " + in.action().word() + (gains ? " gains" : " loses");
    }

    private Policy policy() {
        return context.getBean(Policies.class)
                .newest(village.server().account())
                .policy();
    }

    /** What closing everything to the group would do, its statements counted. */
    private Effect closed() {
        statements.set(0);
        var closed =
                new Proposal.GroupBecomes(group.value(), new GroupRights(GroupMode.EXCEPTIONS, Access.NONE, List.of()));
        return watched().of(village.server(), closed);
    }

    private EnginePreviews watched() {
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
