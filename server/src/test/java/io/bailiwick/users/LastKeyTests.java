package io.bailiwick.users;

import static io.bailiwick.users.House.administrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Cast.Person;
import io.bailiwick.PanelTest;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** At least one active Administrator without group and reseller stays in every account. */
@PanelTest
class LastKeyTests {
    private final House house;
    private final Actor server;
    private final Rehearsals rehearsals;

    @Autowired
    LastKeyTests(ApplicationContext context) {
        rehearsals = context.getBean(Rehearsals.class);
        house = new House(context, "Keys");
        server = house.server;
    }

    @Test
    void theLastKeyIsNeitherDeletedNorDisabledNorLimited() {
        house.add(administrator("Limited", house.everything));

        stays(() -> house.users.delete(server, house.ada.id(), null));
        stays(() -> house.deleteAll(server, house.ada.id()));
        stays(() -> rehearsals.previewDeletion(server, house.ada.id(), null, PageRequest.first()));
        for (var change : List.<UnaryOperator<UserForm>>of(
                form -> form.withStatus("disabled"),
                form -> Forms.groups(form, house.everything),
                form -> Forms.data(Forms.permissions(Forms.role(form, "normal")), "all"))) {
            stays(() -> house.users.update(server, house.ada.id(), change, null, null));
            stays(() -> rehearsals.preview(server, house.ada.id(), change, null, PageRequest.first()));
        }
        assertThat(house.get(house.ada).version()).isEqualTo(1);
    }

    @Test
    void aDisabledAdministratorIsNoKey() {
        var second = house.add(administrator("Second"));
        house.users.update(server, second.id(), form -> form.withStatus("disabled"), null, null);

        stays(() -> house.users.delete(server, house.ada.id(), null));
    }

    @Test
    void withASecondKeyTheFirstMayGo() {
        house.add(administrator("Second"));

        house.users.delete(server, house.ada.id(), null);

        assertThatThrownBy(() -> house.get(house.ada)).isInstanceOf(Refusal.NotFound.class);
    }

    @RepeatedTest(5)
    void oneOfTwoWhoDeleteEachOtherStays() throws Exception {
        var second = house.add(administrator("Second"));
        var start = new CyclicBarrier(2);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var attempts =
                    threads.invokeAll(List.of(deletion(house.ada, second, start), deletion(second, house.ada, start)));
            var deleted = 0;
            for (var attempt : attempts) {
                deleted += succeeded(attempt) ? 1 : 0;
            }
            assertThat(deleted).isEqualTo(1);
        }
        assertThat(house.users
                        .list(server, UserFilter.NONE, PageRequest.first())
                        .accountTotal())
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    void oneOfManyKeysStaysWhenAllAreDisabledAtOnce() throws Exception {
        var second = house.add(administrator("Second"));
        var third = house.add(administrator("Third"));
        var start = new CyclicBarrier(3);

        try (var threads = Executors.newFixedThreadPool(3)) {
            threads.invokeAll(List.of(
                    disabling(house.ada, second, start),
                    disabling(second, third, start),
                    disabling(third, house.ada, start)));
        }
        var active = new UserFilter(null, null, null, "active", null, null, null, null);
        assertThat(house.users.list(server, active, PageRequest.first()).page().total())
                .isGreaterThanOrEqualTo(1);
    }

    private Callable<Boolean> deletion(Person actor, Person target, CyclicBarrier start) {
        return () -> {
            start.await();
            house.users.delete(actor.actor(), target.id(), null);
            return true;
        };
    }

    private Callable<Boolean> disabling(Person actor, Person target, CyclicBarrier start) {
        return () -> {
            start.await();
            house.users.update(actor.actor(), target.id(), form -> form.withStatus("disabled"), null, null);
            return true;
        };
    }

    private static boolean succeeded(java.util.concurrent.Future<Boolean> attempt) throws InterruptedException {
        try {
            return attempt.get();
        } catch (ExecutionException refused) {
            assertThat(refused.getCause()).isInstanceOf(Refusal.class);
            return false;
        }
    }

    private static void stays(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("the last active Administrator");
    }
}
