package io.bailiwick;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** The running server, as browsers and scripts meet it. */
@TestComponent
public class Panel {
    private final Environment environment;
    private final JsonMapper json;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<Cast.Person, Visitor> signedIn = new ConcurrentHashMap<>();

    Panel(Environment environment, JsonMapper json) {
        this.environment = environment;
        this.json = json;
    }

    /** The cast comes first, where there is one: the oldest account is the one that signs in when none is named. */
    @EventListener
    void theServerIsUp(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBeanProvider(Cast.class).getIfAvailable();
    }

    /** The port of the panel itself. */
    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    /** The port of health and metrics. */
    public int managementPort() {
        return environment.getRequiredProperty("local.management.port", Integer.class);
    }

    /** Somebody who has not signed in. */
    public Visitor visitor() {
        return new Visitor(http, json, "http://127.0.0.1:" + port());
    }

    /** Signs in, for real, in a session of its own. */
    public Visitor signIn(Cast.Person person) {
        var visitor = visitor();
        visitor.signIn(person);
        return visitor;
    }

    /** The one session that all tests share for a person; for tests that neither end nor change it. */
    public Visitor as(Cast.Person person) {
        return signedIn.compute(person, (who, before) -> before == null || hasEnded(before) ? signIn(who) : before);
    }

    private static boolean hasEnded(Visitor visitor) {
        return visitor.get("/api/v1/me").status() == 401;
    }

    /**
     * Sends exactly these bytes, for requests that no HTTP client would make.
     *
     * @param request lines are separated by `\n`, sent as CR LF; an empty line is added at the end
     * @return the whole answer, as text
     */
    public String raw(String request) {
        return raw(port(), request);
    }

    /** The same, to another port of the server. */
    public String raw(int port, String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var text = request.replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
