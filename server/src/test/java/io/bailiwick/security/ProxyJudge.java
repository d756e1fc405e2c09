package io.bailiwick.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.accounts.Account;
import io.bailiwick.conformance.Decision;
import io.bailiwick.conformance.Gate;
import io.bailiwick.conformance.Judge;
import io.bailiwick.conformance.Request;
import io.bailiwick.conformance.Sight;
import io.bailiwick.conformance.World;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers as a proxy is answered: by a real session of the user that the request is of. A proxy hears no gate, so every
 * denial is told as one of the same gate.
 */
final class ProxyJudge implements Judge {
    private static final String ANYWHERE = "192.0.2.7";

    private final Panel panel;
    private final Account account;
    private final World world;
    private final HttpWorlds.Names names;
    private final Map<String, @Nullable String> cookies = new HashMap<>();

    ProxyJudge(Panel panel, Account account, World world, HttpWorlds.Names names) {
        this.panel = panel;
        this.account = account;
        this.world = world;
        this.names = names;
    }

    @Override
    public Decision decide(Request request) {
        var cookie = request.user() == null ? null : cookies.computeIfAbsent(request.user(), this::signIn);
        var address = request.address() == null ? home(request.user()) : request.address();
        var answer = panel.raw(request.method() + " /authz/" + names.of(request.application()) + "/ext-authz"
                + request.path() + " HTTP/1.1\nHost: panel.example\nX-Forwarded-Proto: https\nX-Forwarded-For: "
                + address
                + (cookie == null ? "" : "\nCookie: __Host-bailiwick=" + cookie));
        var status = Integer.parseInt(answer.substring(9, 12));
        assertThat(status).as(request + ": " + answer).isIn(200, cookie == null ? 401 : 403, 403);
        return status == 200 ? Decision.allowed(sight(header(answer, "Bailiwick-Scope"))) : Decision.denied(Gate.ROLE);
    }

    @Override
    public boolean exceeds(String user, String actor) {
        throw new UnsupportedOperationException("no proxy asks this");
    }

    /** A session of that user; null for whom no door opens. */
    private @Nullable String signIn(String name) {
        var user = user(name);
        if (user.status() == World.Status.DISABLED) {
            return null;
        }
        var body = Map.of("email", names.email(name), "password", HttpWorlds.PASSWORD, "account", account.shortId());
        var visitor = panel.visitor();
        var headers = Map.of("X-Forwarded-For", home(name), "X-Forwarded-Proto", "https");
        var answer = visitor.send("POST", "/api/v1/session", body, headers);
        assertThat(answer.status()).as(name + ": " + answer.body()).isIn(200, 201);
        return visitor.cookies().get("__Host-bailiwick");
    }

    private World.User user(String name) {
        return world.users().stream()
                .filter(user -> user.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** An address from which the user may come. */
    private String home(@Nullable String name) {
        var network = name == null ? List.<String>of() : user(name).network();
        if (network.isEmpty()) {
            return ANYWHERE;
        }
        var first = network.getFirst();
        var address = first.contains("/") ? first.substring(0, first.indexOf('/')) : first;
        return address.endsWith(".") ? address + "1.1.1".substring(0, 2 * missing(address) - 1) : address;
    }

    private static int missing(String prefix) {
        return 4 - (int) prefix.chars().filter(letter -> letter == '.').count();
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
