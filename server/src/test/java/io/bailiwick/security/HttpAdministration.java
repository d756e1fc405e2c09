package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import io.bailiwick.accounts.Account;
import io.bailiwick.conformance.Administration;
import io.bailiwick.conformance.Change;
import io.bailiwick.conformance.Change.Answer;
import io.bailiwick.conformance.Decision;
import io.bailiwick.conformance.Deed;
import io.bailiwick.conformance.Gate;
import io.bailiwick.conformance.Request;
import io.bailiwick.conformance.World;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server with a world in it, which its people change by calls of the REST API, each in a session of his own. From the
 * first change on whatever is asked is asked twice: of the explanation, and by a proxy in the session of who asks.
 */
final class HttpAdministration implements Administration {
    private final Panel panel;
    private final Visitor administrator;
    private final HttpNames names;
    private final HttpSessions sessions;
    private World world;
    private boolean tried;
    private @Nullable String token;

    HttpAdministration(Panel panel, Account account, Visitor administrator, World world, HttpNames names) {
        this.panel = panel;
        this.administrator = administrator;
        this.world = world;
        this.names = names;
        this.sessions = new HttpSessions(panel, account, names);
    }

    @Override
    public Answer attempt(Change change) {
        if (!tried) {
            tried = true;
            world.users().forEach(sessions::of);
            names.made("applications", World.BUILT_IN, World.BUILT_IN);
            findAreas(World.BUILT_IN);
        }
        return send(change, "");
    }

    @Override
    public Answer confirm(Change change) {
        return send(change, "confirm=" + Objects.requireNonNull(token));
    }

    @Override
    public Decision decide(Request request) {
        var gone = gone(request);
        var explained = gone.isPresent() ? gone.get() : judge().decide(request);
        if (tried && request.user() != null && request.partner() == null) {
            requireSame(request, request.user(), explained);
        }
        return explained;
    }

    @Override
    public Decision explain(Request request) {
        return gone(request).orElseGet(() -> judge().explain(request));
    }

    @Override
    public boolean exceeds(String user, String actor) {
        return judge().exceeds(user, actor);
    }

    private HttpJudge judge() {
        return new HttpJudge(administrator, world, names);
    }

    /** The session that was open before says the same; where it was ended, one that is opened now. */
    private void requireSame(Request request, String user, Decision explained) {
        var proxy = new ProxyJudge(panel, sessions, world, names);
        var told = proxy.decide(request);
        if (explained.allowed() && sessions.opened(user) == null) {
            told = proxy.decide(request);
        }
        assertThat(told.allowed()).as("allowed by the session: " + request).isEqualTo(explained.allowed());
        if (told.allowed()) {
            assertThat(told.sight()).as("seen by the session: " + request).isEqualTo(explained.sight());
        }
    }

    /** What is not there any more, or not yet, the explanation answers with 404. */
    private Optional<Decision> gone(Request request) {
        if (!tried) {
            return Optional.empty();
        }
        if (request.user() != null && !names.has("users", request.user())) {
            return Optional.of(Decision.denied(Gate.STATUS));
        }
        if (HttpWorlds.applications(world).noneMatch(request.application()::equals)) {
            return Optional.of(Decision.denied(Gate.AREA));
        }
        return request.partner() == null || names.has("partners", request.partner())
                ? Optional.empty()
                : Optional.of(Decision.denied(Gate.DATA));
    }

    private Answer send(Change change, String confirm) {
        var actor = world.users().stream()
                .filter(user -> user.name().equals(change.by()))
                .findFirst()
                .orElseThrow();
        var address = change.address() == null ? HttpSessions.home(actor) : change.address();
        var before = revision();
        for (var call : new HttpCalls(world, names).of(change.deed())) {
            var session = Objects.requireNonNull(sessions.of(actor), change.by());
            var path =
                    confirm.isEmpty() ? call.path() : call.path() + (call.path().contains("?") ? "&" : "?") + confirm;
            var answer = session.send(call.method(), path, call.body(), address);
            if (answer.status() >= 300) {
                assertThat(revision()).as("the revision after " + answer.body()).isEqualTo(before);
                return notDone(answer);
            }
            if (!call.name().isEmpty()) {
                names.made(call.kind(), call.name(), answer.json().path("id").asString());
            }
        }
        done(change.deed());
        return Answer.DONE;
    }

    private Answer notDone(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(403, 404, 409, 422);
        assertThat(answer.status() == 404 && !answer.body().contains("There is no such "))
                .as(answer.body())
                .isFalse();
        if (answer.json().has("confirm")) {
            assertThat(answer.status()).isEqualTo(409);
            token = answer.json().path("confirm").asString();
            return Answer.CONFIRM;
        }
        return Answer.REFUSED;
    }

    private void done(Deed deed) {
        world = Deeds.done(world, deed);
        switch (deed) {
            case Deed.Import document -> findAreas(document.application());
            case Deed.Delete delete -> names.gone(HttpCalls.kind(delete), delete.name());
            case Deed.Touch touch
            when touch.way() == Deed.Way.SET_EMAIL ->
                names.readdress(touch.user(), "other-" + names.email(touch.user()));
            case Deed.Save _, Deed.Touch _ -> {}
        }
    }

    /** Takes in the ids of areas that were not made one by one. */
    private void findAreas(String application) {
        administrator
                .get("/api/v1/areas?limit=100&application=" + names.application(application))
                .json()
                .path("items")
                .forEach(area -> names.made(
                        "areas",
                        application + "/" + area.path("name").asString(),
                        area.path("id").asString()));
    }

    private String revision() {
        return administrator.get("/api/v1/me").header("Bailiwick-Revision");
    }
}
