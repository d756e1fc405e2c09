package io.bailiwick.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.conformance.Decision;
import io.bailiwick.conformance.Gate;
import io.bailiwick.conformance.Judge;
import io.bailiwick.conformance.Request;
import io.bailiwick.conformance.Sight;
import io.bailiwick.conformance.World;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answers as a proxy is answered: by a real session of the user that the request is of. A proxy hears no gate, so every
 * denial is told as one of the same gate.
 */
record ProxyJudge(Panel panel, HttpSessions sessions, World world, HttpNames names) implements Judge {
    private static final String ANYWHERE = "192.0.2.7";

    @Override
    public Decision decide(Request request) {
        var user = world.users().stream()
                .filter(each -> each.name().equals(request.user()))
                .findFirst();
        var session = session(request.user(), user.orElse(null));
        var home = user.map(HttpSessions::home).orElse(ANYWHERE);
        var answer = panel.raw(request.method() + " /authz/" + names.application(request.application()) + "/ext-authz"
                + request.path() + " HTTP/1.1\nHost: panel.example\nX-Forwarded-Proto: https\nX-Forwarded-For: "
                + (request.address() == null ? home : request.address())
                + (session == null ? "" : "\nCookie: __Host-bailiwick=" + session.cookie()));
        var status = Integer.parseInt(answer.substring(9, 12));
        assertThat(status).as(request + ": " + answer).isIn(200, 401, 403);
        if (status == 401 && request.user() != null) {
            sessions.forget(request.user());
        }
        return status == 200 ? Decision.allowed(sight(header(answer, "Bailiwick-Scope"))) : Decision.denied(Gate.ROLE);
    }

    @Override
    public boolean exceeds(String user, String actor) {
        throw new UnsupportedOperationException("no proxy asks this");
    }

    /** Also of somebody who is gone, as long as he has one. */
    private HttpSessions.@Nullable Session session(@Nullable String name, World.@Nullable User user) {
        if (user != null) {
            return sessions.of(user);
        }
        return name == null ? null : sessions.opened(name);
    }

    private Sight sight(String scope) {
        var reseller = scope.startsWith("reseller=") ? scope.substring("reseller=".length()) : null;
        var selected = scope.startsWith("partners=")
                ? Arrays.asList(URLDecoder.decode(scope.substring("partners=".length()), UTF_8)
                        .split(","))
                : List.<String>of();
        return Sight.of(
                world.partners().stream()
                        .filter(partner -> scope.equals("all")
                                || selected.contains(names.of(partner.key()))
                                || (reseller != null
                                        && partner.reseller() != null
                                        && reseller.equals(names.of(partner.reseller()))))
                        .map(World.Partner::key)
                        .toList(),
                scope.equals("all"));
    }

    private static String header(String answer, String name) {
        return answer.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
