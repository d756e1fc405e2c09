package io.bailiwick.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.Cast.Person;
import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.ApplicationForm;
import io.bailiwick.areas.ApplicationId;
import io.bailiwick.areas.Applications;
import io.bailiwick.areas.AreaForm;
import io.bailiwick.areas.Areas;
import io.bailiwick.areas.Endpoints;
import io.bailiwick.areas.OpenApiImports;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Role;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import io.bailiwick.security.Town.Quarter;
import io.bailiwick.security.Town.Traits;
import io.bailiwick.users.Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A write that waits for the account's lock is judged by what holds when it gets it: not by what its node knew before, and
 * not by what held when the request came in.
 */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindTheLockTests {
    private static final String DOCUMENT = """
            {"openapi": "3.0.0", "info": {"title": "Shop", "version": "1"}, "paths": {
              "/imported": {"get": {"tags": ["Imported"], "responses": {"200": {"description": "fine"}}}}}}
            """;

    private final Town town;
    private final Changes changes;
    private final Guard guard;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final ApplicationContext context;
    private final Map<String, Consumer<Actor>> writes = new LinkedHashMap<>();
    private Quarter quarter;
    private Person bob;

    @Autowired
    BehindTheLockTests(ApplicationContext context) {
        this.context = context;
        town = context.getBean(Town.class);
        changes = context.getBean(Changes.class);
        guard = context.getBean(Guard.class);
        jdbc = context.getBean(JdbcClient.class);
        transactions = context.getBean(TransactionOperations.class);
    }

    @BeforeAll
    void everyWriteThatARailStandsBefore() {
        quarter = town.quarter("Waiting room");
        bob = town.add(quarter, "Bob Builder", Role.ADMINISTRATOR, Traits.NONE);
        var other = town.add(quarter, "Otto Other", Role.NORMAL, Traits.NONE);
        var shop = new ApplicationId(
                UUID.fromString(Objects.requireNonNull(quarter.ids().get("applications"))));
        var users = context.getBean(Users.class);
        writes.put(
                "area",
                actor -> context.getBean(Areas.class)
                        .create(actor, new AreaForm("shop", "Late", List.of(AreaForm.Path.of("/late")), "open", null)));
        writes.put(
                "import",
                actor -> context.getBean(OpenApiImports.class)
                        .apply(actor, shop, DOCUMENT.getBytes(UTF_8), false, null, null));
        writes.put("placement", actor -> context.getBean(Endpoints.class).place(actor, shop, null, null, null));
        writes.put(
                "application",
                actor -> context.getBean(Applications.class)
                        .create(actor, new ApplicationForm("Late", "late", List.of())));
        writes.put(
                "reseller",
                actor -> context.getBean(Resellers.class).create(actor, new ResellerForm("Late", "late", true)));
        writes.put(
                "partner",
                actor -> context.getBean(Partners.class).create(actor, new PartnerForm("Late", "late", "north", true)));
        writes.put(
                "group",
                actor -> context.getBean(Groups.class)
                        .create(actor, new GroupForm("Late", "exceptions", List.of("read"), List.of())));
        writes.put("deletion", actor -> users.delete(actor, other.id(), null));
    }

    @Test
    void whoeverWasLimitedMeanwhileIsLimited() throws Exception {
        for (var write : writes.entrySet()) {
            var refusal = meanwhile(write.getValue(), () -> {
                jdbc.sql("insert into memberships (account, user_id, group_id) values (:account, :bob, :desk::uuid)")
                        .params(ids())
                        .param("desk", quarter.desk())
                        .update();
                change();
            });
            assertThat(refusal).as(write.getKey()).isInstanceOf(Refusal.Beyond.class);
            transactions.executeWithoutResult(status -> {
                jdbc.sql("delete from memberships where account = :account and user_id = :bob")
                        .params(ids())
                        .update();
                change();
            });
        }
    }

    @Test
    void whoeverWasDisabledMeanwhileWritesNothing() throws Exception {
        for (var write : writes.entrySet()) {
            var refusal = meanwhile(write.getValue(), () -> become("disabled"));
            assertThat(refusal).as(write.getKey()).isInstanceOf(Refusal.class);
            transactions.executeWithoutResult(status -> become("active"));
        }
    }

    /** What becomes of a write of Bob's that was let in before something is done elsewhere, and is carried out after it. */
    private @Nullable Throwable meanwhile(Consumer<Actor> write, Runnable elsewhere) throws Exception {
        guard.atLeast(
                Actor.server(bob.account().id()), changes.newest(bob.account().id()));
        assertThat(guard.isUnrestricted(bob.actor())).isTrue();
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> waiting = transactions.execute(status -> {
                changes.lock(bob.account().id());
                var begun = threads.submit(() -> write.accept(bob.actor()));
                await().until(this::somebodyWaits);
                elsewhere.run();
                return begun;
            });
            Objects.requireNonNull(waiting).get();
            return null;
        } catch (ExecutionException refused) {
            return refused.getCause();
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private void become(String status) {
        jdbc.sql("update users set status = :status where account = :account and id = :bob")
                .params(ids())
                .param("status", status)
                .update();
        change();
    }

    /** As another node records it; this one hears of it by its pulse alone. */
    private void change() {
        jdbc.sql("""
                with counted as (
                    update accounts set revision = revision + 1 where id = :account returning revision)
                insert into changes (account, revision, id, kind, actor_name, address, reach, users, items)
                select :account, revision, gen_random_uuid(), 'user.changed', 'Elsewhere', '', 'users', array[:bob], '[]'
                from counted
                """).params(ids()).update();
    }

    private Map<String, Object> ids() {
        return Map.of("account", bob.account().id().value(), "bob", bob.id().value());
    }
}
