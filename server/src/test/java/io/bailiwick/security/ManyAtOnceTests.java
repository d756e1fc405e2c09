package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More requests at once than there are connections to the database wait for their turn, and not for each other. */
@PanelTest
class ManyAtOnceTests {
    private static final int MANY = 60;
    private static final int AT_ONCE = 12;

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Test
    void manyWritersOfOneAccountAreAllServed() throws Exception {
        var mayor = panel.signIn(town.quarter("Rush hour").mayor());
        var requests = new ArrayList<Callable<Visitor.Answer>>();
        for (int number = 0; number < MANY; number++) {
            var group = Map.of("name", "Group " + number);
            requests.add(() -> mayor.post("/api/v1/groups", group));
            requests.add(() -> mayor.get("/api/v1/groups"));
        }
        assertThat(atOnce(requests))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 201));
        assertThat(mayor.get("/api/v1/groups").json().path("total").asInt()).isGreaterThanOrEqualTo(MANY);
    }

    /** Whoever names no version gets none held against him: each change is made of what the one before left. */
    @Test
    void changesThatNameNoVersionDoNotOvertakeEachOther() throws Exception {
        var mayor = panel.signIn(town.quarter("Busy desk").mayor());
        made(mayor, "/api/v1/applications", Map.of("name", "Press", "key", "press"));
        var things = List.of(
                made(mayor, "/api/v1/applications", Map.of("name", "Till", "key", "till")),
                made(
                        mayor,
                        "/api/v1/areas",
                        Map.of("application", "press", "name", "Proofs", "paths", List.of("/proofs"))),
                made(mayor, "/api/v1/groups", Map.of("name", "Proofreaders")),
                made(mayor, "/api/v1/partners", Map.of("name", "Paperworks", "key", "paperworks")),
                made(mayor, "/api/v1/resellers", Map.of("name", "Bookshop", "key", "bookshop")));
        for (var thing : things) {
            allTaken(number -> mayor.patch(thing, Map.of("name", "Changed " + number)));
        }
    }

    /** What is written without the account's lock is no different. */
    @Test
    void changesOfBusinessDataDoNotOvertakeEachOtherEither() throws Exception {
        var mayor = panel.signIn(town.quarter("Busy trade").mayor());
        made(mayor, "/api/v1/partners", Map.of("name", "Paperworks", "key", "paperworks"));
        var contact = made(mayor, "/api/v1/contacts", Map.of("partner", "paperworks", "name", "Pam"));
        var route = made(mayor, "/api/v1/routing", Map.of("partner", "paperworks", "prefix", "4420"));

        allTaken(number -> mayor.patch(contact, Map.of("name", "Pam " + number)));
        allTaken(number -> mayor.patch(route, Map.of("priority", number + 2)));
        allTaken(number ->
                mayor.put("/api/v1/billing/paperworks/terms", Map.of("currency", "EUR", "creditLimit", "" + number)));
        assertThat(mayor.get(contact).json().path("version").asInt()).isEqualTo(1 + AT_ONCE);
        var deleted = atOnce(Collections.nCopies(AT_ONCE, () -> mayor.delete(route)));
        assertThat(deleted.stream().map(Visitor.Answer::status)).contains(204).containsOnly(204, 404);
    }

    private static void allTaken(IntFunction<Visitor.Answer> change) throws InterruptedException {
        var requests = IntStream.range(0, AT_ONCE)
                .<Callable<Visitor.Answer>>mapToObj(number -> () -> change.apply(number))
                .toList();
        assertThat(atOnce(requests))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 204));
    }

    private static String made(Visitor mayor, String path, Map<String, ?> form) {
        var answer = mayor.post(path, form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return path + "/" + answer.json().path("id").asString();
    }

    private static List<Visitor.Answer> atOnce(List<Callable<Visitor.Answer>> requests) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }
}
