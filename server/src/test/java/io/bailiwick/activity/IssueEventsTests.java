package io.bailiwick.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.flows.Plant;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Quarter;
import io.bailiwick.security.Town.Traits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has an issue open is told at once what is said about it, as long as he may read it. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueEventsTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Stream> streams = new ArrayList<>();
    private Quarter here;
    private Visitor mayor;
    private String path = "";

    @BeforeAll
    void settle() {
        here = town.quarter("Live");
        mayor = panel.signIn(here.mayor());
        path = "/api/v1/issues/" + new Plant(mayor).everything(panel.visitor()).get("issues");
    }

    @AfterEach
    void hangUp() throws IOException {
        for (var stream : streams) {
            stream.lines().close();
        }
        streams.clear();
    }

    /** What a browser reads of a stream. */
    private record Stream(HttpResponse<InputStream> answer, BufferedReader lines) {
        /** The next event; null when the stream has ended. */
        private @Nullable String next() throws IOException {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data: ")) {
                    return line;
                }
            }
            return null;
        }
    }

    private Stream listen(Visitor visitor) throws IOException, InterruptedException {
        var cookies = visitor.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + panel.port() + path + "/events"))
                .header("Accept", "text/event-stream")
                .header("Cookie", cookies)
                .timeout(Duration.ofSeconds(10))
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        var stream = new Stream(answer, lines);
        streams.add(stream);
        return stream;
    }

    private Person reader(String name) {
        return town.add(here, name, Role.NORMAL, Traits.sees("all").may("issue-comments"));
    }

    private void say(String text) {
        assertThat(mayor.post(path + "/comments", Map.of("text", text)).status())
                .isEqualTo(201);
    }

    @Test
    void aCommentIsToldAtOnce() throws Exception {
        var stream = listen(panel.signIn(reader("Rea Reader")));
        assertThat(stream.answer().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        say("one");
        assertThat(stream.next()).startsWith("data: ");
        say("two");
        assertThat(stream.next()).startsWith("data: ");
        assertThat(mayor.get(path + "/events").json().path("comments").asInt()).isGreaterThan(1);
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        var visitor = panel.signIn(reader("Sid Signs-Out"));
        var stream = listen(visitor);
        visitor.delete("/api/v1/session");
        say("unheard");
        assertThat(stream.next()).isNull();
    }

    @Test
    void aStreamEndsWithTheRightToIt() throws Exception {
        var person = reader("Pam Permitted");
        var stream = listen(panel.signIn(person));
        mayor.patch("/api/v1/users/" + person.id(), Map.of("permissions", List.of()));
        say("not for her");
        assertThat(stream.next()).isNull();
    }

    @Test
    void aSessionListensToAFewAtATime() throws Exception {
        var visitor = panel.signIn(reader("Tom Tabs"));
        for (int number = 0; number < 4; number++) {
            assertThat(listen(visitor).answer().statusCode()).isEqualTo(200);
        }
        assertThat(listen(visitor).answer().statusCode()).isEqualTo(429);
    }

    @Test
    void thePageShowsItByItself() {
        var person = panel.signIn(reader("Bea Browser"));
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            person.cookies().forEach(window::cookie);
            var page = window.open(path.replace("/api/v1", ""));
            say("It comes by itself");
            page.getByText("It comes by itself")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(5_000));
        }
    }
}
