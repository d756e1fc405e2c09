package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import io.bailiwick.accounts.Account;
import io.bailiwick.conformance.World;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sessions of the people of one world, who come through a proxy. Each signs in once, and stays as long as he is let. */
final class HttpSessions {
    private static final String ANYWHERE = "192.0.2.7";

    private final Panel panel;
    private final Account account;
    private final HttpNames names;
    private final Map<String, Session> open = new HashMap<>();

    HttpSessions(Panel panel, Account account, HttpNames names) {
        this.panel = panel;
        this.account = account;
        this.names = names;
    }

    /** Somebody's session. */
    record Session(Visitor visitor, String csrf) {
        /** Sends JSON from that address. */
        Visitor.Answer send(String method, String path, @Nullable Object body, String address) {
            var headers = new LinkedHashMap<>(from(address));
            headers.put("X-CSRF-Token", csrf);
            return visitor.send(method, path, body, headers);
        }

        String cookie() {
            return Objects.requireNonNull(visitor.cookies().get("__Host-bailiwick"));
        }
    }

    /** The session of that user, who signs in when he has none; null for whom no door opens. */
    @Nullable
    Session of(World.User user) {
        if (user.status() != World.Status.ACTIVE) {
            return open.get(user.name());
        }
        return open.computeIfAbsent(user.name(), name -> signIn(user));
    }

    /** The session that was opened by somebody who may be gone by now. */
    @Nullable
    Session opened(String user) {
        return open.get(user);
    }

    /** Forgets a session that has ended. */
    void forget(String user) {
        open.remove(user);
    }

    /** An address from which the user may come. */
    static String home(World.User user) {
        if (user.network().isEmpty()) {
            return ANYWHERE;
        }
        var first = user.network().getFirst();
        var address = first.contains("/") ? first.substring(0, first.indexOf('/')) : first;
        return address.endsWith(".") ? address + "1.1.1".substring(0, 2 * missing(address) - 1) : address;
    }

    private static int missing(String prefix) {
        return 4 - (int) prefix.chars().filter(letter -> letter == '.').count();
    }

    private Session signIn(World.User user) {
        var email = names.email(user.name());
        var body = Map.of("email", email, "password", HttpWorlds.PASSWORD, "account", account.shortId());
        var visitor = panel.visitor();
        var answer = visitor.send("POST", "/api/v1/session", body, from(home(user)));
        assertThat(answer.status()).as(email + ": " + answer.body()).isIn(200, 201);
        return new Session(visitor, answer.json().path("csrfToken").asString());
    }

    private static Map<String, String> from(String address) {
        return Map.of("X-Forwarded-For", address, "X-Forwarded-Proto", "https");
    }
}
