package io.bailiwick.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.flows.Plant;
import io.bailiwick.flows.Sink;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Quarter;
import io.bailiwick.security.Town.Traits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What failed is looked after: an issue opens, is talked about, the message is delivered again, the issue closes. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuesTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    private Quarter here;
    private Sink sink;
    private Visitor mayor;
    private Visitor sender;
    private Plant plant;
    private Person nelly;
    private Visitor clerk;
    private Visitor partner;

    @BeforeAll
    void settle() throws IOException {
        here = town.quarter("Repair shop");
        sink = new Sink();
        mayor = panel.signIn(here.mayor());
        sender = panel.visitor();
        plant = new Plant(mayor);
        plant.endpoint("erp", sink.url("/"), 1);
        plant.accessPoint("shop");
        plant.flow("shop", "acme", "erp", "orders");
        plant.flow("shop", "hooli", "erp", "invoices");
        plant.restart();
        nelly = town.add(
                here,
                "Nelly Normal",
                Role.NORMAL,
                Traits.sees("all").may("issue-comments", "jobs", "reprocess-messages"));
        clerk = panel.signIn(nelly);
        partner = panel.signIn(town.add(
                here,
                "Pete Partner",
                Role.PARTNER,
                Traits.sees("selected", "acme").may("issue-comments")));
    }

    @BeforeEach
    void refuse() {
        sink.answers(422);
    }

    @AfterAll
    void close() {
        sink.close();
    }

    @Test
    void failedCommentedReprocessedDelivered() {
        var message = failed("orders");
        var issue = mayor.get("/api/v1/issues?state=open&message=" + message)
                .json()
                .path("items")
                .path(0);
        var path = "/api/v1/issues/" + issue.path("id").asString();
        assertThat(issue.path("reason").asString()).isEqualTo("The endpoint answered 422.");
        assertThat(mayor.get("/issues").body()).contains("The endpoint answered 422");
        var job = clerk.get("/api/v1/jobs?message=" + message).json();
        assertThat(job.path("total").asInt()).isEqualTo(1);
        assertThat(job.path("items").path(0).path("state").asString()).isEqualTo("failed");

        assertThat(mayor.post(path + "/comments", Map.of("text", " Who looks at it? \n\nI do. "))
                        .status())
                .isEqualTo(201);
        verify(here.mayor());
        assertThat(partner.post(path + "/comments", Map.of("text", "Please <b>do</b>"))
                        .status())
                .isEqualTo(201);
        var letter = outbox.await("issue-comment", here.mayor().email(), 1);
        assertThat(letter.text()).contains("Pete Partner", "Please <b>do</b>", "/issues/");
        assertThat(outbox.of("issue-comment", "pete.partner@town.example"))
                .as("nobody is mailed at an address that is not proven, nor what he said himself")
                .isEmpty();
        assertThat(mayor.get("/issues/" + issue.path("id").asString()).body())
                .contains("Please &lt;b", "data-behaviour=\"live\"", "Pete Partner")
                .doesNotContain("<b>do");
        assertThat(partner.form("/issues/" + issue.path("id").asString() + "/comments", Map.of("text", " "))
                        .status())
                .isEqualTo(422);

        sink.answers(200);
        var run = clerk.post("/api/v1/messages/" + message + "/reprocess", Map.of());
        assertThat(run.status()).as(run.body()).isEqualTo(202);
        var delivered = plant.await(message, "delivered");

        assertThat(delivered.path("deliveries").size()).isEqualTo(2);
        assertThat(delivered.path("deliveries").path(1).path("requestedBy").asString())
                .isEqualTo("Nelly Normal");
        assertThat(sink.times(message)).isEqualTo(2);
        var closed = mayor.get(path).json();
        assertThat(closed.path("state").asString()).isEqualTo("closed");
        assertThat(closed.path("closedBy").isNull()).isTrue();
        assertThat(mayor.get("/messages/" + message).body()).contains("Nelly Normal had it delivered again");
        assertThat(mayor.get("/issues/" + issue.path("id").asString()).body())
                .contains("delivered after all", "The endpoint answered 422");
    }

    @Test
    void anIssueIsClosedByHandOnce() {
        var message = failed("orders");
        var id = mayor.get("/api/v1/issues?message=" + message)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(clerk.form("/issues/" + id + "/close", Map.of()).status()).isEqualTo(303);
        assertThat(clerk.get("/issues/" + id).body()).contains("Closed by Nelly Normal");
        assertThat(clerk.post("/api/v1/issues/" + id + "/close", Map.of()).status())
                .isEqualTo(409);
        assertThat(clerk.post("/api/v1/messages/" + message + "/reprocess", Map.of())
                        .status())
                .isEqualTo(202);
        Awaitility.await()
                .until(() -> mayor.get("/api/v1/issues?state=open&message=" + message)
                                .json()
                                .path("total")
                                .asInt()
                        == 1);
    }

    @Test
    void manyAreDeliveredAgainWithProgress() {
        var ids = IntStream.range(0, 5).mapToObj(number -> failed("invoices")).toList();
        sink.answers(200);
        var answer = clerk.post("/api/v1/messages/reprocess", Map.of("ids", ids));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var run = "/api/v1/messages/reprocess/" + answer.json().path("id").asString();
        Awaitility.await().until(() -> clerk.get(run).json().path("done").asInt() == 5);
        assertThat(clerk.get(run).json().path("delivered").asInt()).isEqualTo(5);
        assertThat(clerk.get(run.replace("/api/v1", "")).body()).contains("5 of 5 done");
        assertThat(mayor.get(run).status()).as("it is told to whoever began it").isEqualTo(404);
        assertThat(clerk.post("/api/v1/messages/reprocess", Map.of("ids", List.of()))
                        .status())
                .isEqualTo(422);
        assertThat(partner.post("/api/v1/messages/reprocess", Map.of("ids", ids))
                        .status())
                .isEqualTo(403);
        var sums = jdbc.sql("""
                select concat_ws(' ', sum(open), sum(delivered), sum(failed)) from message_hours where account = :account
                """)
                .param("account", here.account().id().value())
                .query(String.class)
                .single();
        var rows = jdbc.sql("""
                select concat_ws(' ', count(*) filter (where state in ('received', 'delivering')),
                    count(*) filter (where state = 'delivered'), count(*) filter (where state = 'failed'))
                from messages where account = :account
                """)
                .param("account", here.account().id().value())
                .query(String.class)
                .single();
        assertThat(sums).isEqualTo(rows);
    }

    @Test
    void allThatMatchAreDeliveredAgainInASecondStep() {
        var here = town.quarter("Everything again");
        var chief = panel.signIn(here.mayor());
        var works = new Plant(chief);
        works.endpoint("erp", sink.url("/"), 1);
        works.accessPoint("shop");
        works.flow("shop", "acme", "erp", "orders");
        works.flow("shop", "hooli", "erp", "invoices");
        works.restart();
        var account = here.account().id().value();
        var first = works.accepted(sender, "shop", "orders", "first");
        works.await(first, "failed");
        // 1,200 more of the same, as if they had failed before it
        jdbc.sql("""
                with copies as (
                    insert into messages (account, id, partner, direction, type, state, size, content_type, flow, sender,
                        endpoint, endpoint_name, received_at, finished_at, reason)
                    select account, overlay(overlay(gen_random_uuid()::text placing '01900000' from 1 for 8)
                            placing '0000-7' from 10 for 6)::uuid, partner, direction, type, state, size, content_type,
                        flow, sender, endpoint, endpoint_name, received_at, finished_at, reason
                    from messages cross join generate_series(1, 1200)
                    where account = :account and id = :id
                    returning account, id
                )
                insert into message_bodies (account, message, body) select account, id, 'x' from copies
                """)
                .param("account", account)
                .param("id", UUID.fromString(first))
                .update();
        var other = works.accepted(sender, "shop", "invoices", "other");
        works.await(other, "failed");
        assertThat(chief.get("/messages?state=failed&type=orders").body())
                .contains("/messages/reprocess/matching?state=failed&amp;type=orders");
        var question = chief.get("/messages/reprocess/matching?state=failed&type=orders");
        assertThat(question.body()).contains("Deliver 1,201 messages again");
        var counted = chief.get("/api/v1/messages/reprocess/matching?state=failed&type=orders")
                .json();
        assertThat(counted.path("messages").asInt()).isEqualTo(1_201);
        assertThat(chief.post("/api/v1/messages/reprocess", Map.of("matching", Map.of("type", "orders")))
                        .status())
                .as("nobody does it without having asked how many there are")
                .isEqualTo(422);

        sink.answers(200);
        var begun = chief.post(
                "/api/v1/messages/reprocess",
                Map.of(
                        "matching",
                        Map.of(
                                "state", "failed",
                                "type", "orders",
                                "behind", counted.path("behind").asString())));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.json().path("total").asInt()).isEqualTo(1_201);
        var run = begun.header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> chief.get(run).json().path("delivered").asInt() == 1_201);
        assertThat(chief.get(run.replace("/api/v1", "")).body()).contains("1,201 of 1,201 done");
        assertThat(chief.get("/api/v1/messages?state=failed")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(sink.times(other)).isEqualTo(1);
    }

    private String failed(String type) {
        var message = plant.accepted(sender, "shop", type, "no good");
        plant.await(message, "failed");
        return message;
    }

    private void verify(Person person) {
        jdbc.sql("update users set email_verified = true where account = :account and id = :id")
                .param("account", person.account().id().value())
                .param("id", person.id().value())
                .update();
    }
}
