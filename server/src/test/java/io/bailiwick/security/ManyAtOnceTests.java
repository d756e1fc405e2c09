package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** More requests at once than there are connections to the database wait for their turn, and not for each other. */
@PanelTest
class ManyAtOnceTests {
    private static final int MANY = 60;

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

    private static List<Visitor.Answer> atOnce(List<Callable<Visitor.Answer>> requests) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }
}
