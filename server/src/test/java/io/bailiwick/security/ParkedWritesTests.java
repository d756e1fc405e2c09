package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A write whose body comes late is judged by what holds when it has come, not by what held when it began. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkedWritesTests {
    private static final String USERS = "/api/v1/users";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Town.Quarter here;
    private Visitor mayor;

    @BeforeAll
    void settle() {
        here = town.quarter("Parked");
        mayor = panel.signIn(here.mayor());
    }

    @Test
    void whatWasBegunInASessionThatEndedIsNotDone() throws IOException {
        var out = administrator("Olga Out");
        assertThat(parked(out.visitor, () -> out.visitor.delete("/api/v1/session")))
                .isEqualTo(401);

        var ended = administrator("Emil Ended");
        assertThat(parked(ended.visitor, () -> mayor.delete(USERS + "/" + ended.id + "/sessions")))
                .isEqualTo(401);

        var locked = administrator("Lora Locked");
        var password = Map.of("password", "violet hammock Tiber 93", "mustChange", false);
        assertThat(parked(locked.visitor, () -> mayor.put(USERS + "/" + locked.id + "/password", password)))
                .isEqualTo(401);
    }

    @Test
    void whatNeedsARightThatIsGoneIsNotDone() throws IOException {
        var moved = administrator("Mona Moved");
        assertThat(parked(moved.visitor, () -> confirmed(moved.id, Map.of("network", List.of("10.1.2.3")))))
                .isEqualTo(403);

        var demoted = administrator("Dan Demoted");
        var change = Map.of("role", "normal", "dataAccess", Map.of("mode", "none"));
        assertThat(parked(demoted.visitor, () -> confirmed(demoted.id, change))).isIn(401, 403);

        var narrowed = administrator("Nils Narrowed");
        assertThat(parked(narrowed.visitor, () -> confirmed(narrowed.id, Map.of("groups", List.of(readers())))))
                .isEqualTo(403);
    }

    @Test
    void aFormIsNoOtherThanABody() throws IOException {
        var out = administrator("Fritz Form");
        assertThat(parked(out.visitor, "POST /users", "application/x-www-form-urlencoded", form(out.visitor), () -> {
                    out.visitor.delete("/api/v1/session");
                }))
                .isIn(401, 403);
        assertNobodyNew();
    }

    private String form(Visitor visitor) {
        return "_csrf=" + visitor.csrf() + "&name=Late&email=late%40parked.example&role=administrator"
                + "&password=violet+hammock+Tiber+93";
    }

    private int parked(Visitor visitor, Runnable meanwhile) throws IOException {
        var body = """
                {"email":"late@parked.example","name":"Late","password":"violet hammock Tiber 93","role":"normal"}""";
        var status = parked(visitor, "POST " + USERS, "application/json", body, meanwhile);
        assertNobodyNew();
        return status;
    }

    private int parked(Visitor visitor, String line, String type, String body, Runnable meanwhile) throws IOException {
        var cookies = visitor.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var head = String.join(
                "\r\n",
                line + " HTTP/1.1",
                "Host: 127.0.0.1:" + panel.port(),
                "Cookie: " + cookies,
                "X-CSRF-Token: " + visitor.csrf(),
                "Content-Type: " + type,
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                "");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), panel.port())) {
            socket.setSoTimeout(10_000);
            var half = body.length() / 2;
            send(socket, head + body.substring(0, half));
            // Whoever asks next is served after the head of this request was read.
            assertThat(visitor.get("/api/v1/me").status()).isEqualTo(200);
            meanwhile.run();
            send(socket, body.substring(half));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private void assertNobodyNew() {
        assertThat(mayor.get(USERS + "?q=late%40parked.example")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    private void confirmed(String user, Map<String, ?> change) {
        var answer = mayor.patch(USERS + "/" + user, change);
        if (answer.status() == 409) {
            var confirm = answer.json().path("confirm").asString();
            answer = mayor.patch(USERS + "/" + user + "?confirm=" + confirm, change);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String readers() {
        var rule = Map.of("area", "cockpit/Groups", "access", List.of("read"), "effect", "allow");
        var group = Map.of("name", "Readers", "mode", "only-listed", "rules", List.of(rule));
        return mayor.post("/api/v1/groups", group).json().path("id").asString();
    }

    private record Somebody(String id, Visitor visitor) {}

    private Somebody administrator(String name) {
        Person person = town.add(here, name, Role.ADMINISTRATOR, Traits.NONE);
        return new Somebody(person.id().toString(), panel.signIn(person));
    }
}
