package io.bailiwick.decisions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.decisions.Refused.Asked;
import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.Decision;
import io.bailiwick.engine.Subject;
import io.bailiwick.guard.AtLeast;
import io.bailiwick.guard.RevisionHeader;
import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Gate;
import io.bailiwick.model.IpAddress;
import io.bailiwick.network.ClientAddresses;
import io.bailiwick.sessions.RequestSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Answers a proxy: 200 with who it is, 401 without a session, 403 with the reason; a browser may be sent to sign in. */
@Component
class ProxyAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyAnswers.class);
    private static final String REASON = "Bailiwick-Reason";
    private static final String DECISION = "Bailiwick-Decision";

    private final ClientAddresses addresses;
    private final RequestSessions sessions;
    private final Accounts accounts;
    private final Policies policies;
    private final RefusalNotes notes;
    private final PublicUrl panel;
    private final DecisionCounts.ByGate counts;

    /** Who was told of the setting: one line in the log for each connection's address, not one for each request. */
    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    ProxyAnswers(
            ClientAddresses addresses,
            RequestSessions sessions,
            Accounts accounts,
            Policies policies,
            RefusalNotes notes,
            PublicUrl panel,
            DecisionCounts counts) {
        this.addresses = addresses;
        this.sessions = sessions;
        this.accounts = accounts;
        this.policies = policies;
        this.notes = notes;
        this.panel = panel;
        this.counts = counts.proxies();
    }

    /**
     * Answers.
     *
     * @param application the key (or id) of the application asked about
     * @param asked what the proxy says of the request, or empty when it cannot be read
     * @param redirects whether the proxy passes a redirect on to the browser
     */
    void answer(
            String application,
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<Forwarded> asked,
            boolean redirects)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!addresses.isTrusted(request.getRemoteAddr())) {
            tellOfSetting(request.getRemoteAddr());
            refuse(response, null, "This connection is no trusted proxy");
        } else if (asked.isEmpty()) {
            refuse(
                    response,
                    null,
                    "The proxy does not say once and readably which method, path and client it asks about");
        } else {
            answer(application, request, response, asked.get(), redirects);
        }
    }

    private void answer(
            String application,
            HttpServletRequest request,
            HttpServletResponse response,
            Forwarded asked,
            boolean redirects)
            throws IOException {
        try {
            var actor = sessions.of(request).map(session -> session.actor(request.getRemoteAddr()));
            if (actor.isPresent()) {
                judge(application, request, response, asked, actor.get());
            } else {
                signIn(application, response, asked, redirects);
            }
        } catch (Refusal refusal) {
            refuse(response, null, refusal.detail());
        } catch (RuntimeException fault) {
            // Every fault is a denial: the proxy must never take a 500 of ours for anything else.
            LOG.error("A proxy's question failed", fault);
            refuse(response, null, "The question could not be decided");
        }
    }

    private void judge(
            String application, HttpServletRequest request, HttpServletResponse response, Forwarded asked, Actor actor)
            throws IOException {
        var policy = EngineGuard.known(() -> policy(request, actor));
        var target = policy.panel().application(application);
        var person = EngineGuard.known(() -> policy.person(userOf(actor)));
        if (person.isEmpty()) {
            refuse(response, Gate.STATUS, "There is no such user");
            return;
        }
        var client = addresses.of(request.getRemoteAddr(), asked.client());
        var told = new Told(actor, policy, person.get(), asked, client);
        if (target.isEmpty()) {
            refuse(response, told, application, Gate.AREA, "There is no such application");
        } else if (asked.isWrite()
                && asked.isCrossSite(policy.panel().origins(target.get().id()))) {
            refuse(response, told, target.get().key(), null, "Another site asked for this");
        } else {
            var place = new AboveResellers.Place(target.get(), asked.method(), asked.uri());
            var decision = AboveResellers.decided(
                    policy.panel(), person.get(), place, decide(person.get().subject(), place, client));
            if (decision.allowed()) {
                allow(response, policy, person.get(), actor);
            } else {
                refuse(response, told, place.application().key(), decision.gate(), decision.reason());
            }
        }
    }

    /** Whom a proxy asks about, and what. */
    private record Told(Actor actor, AccountPolicy policy, Person person, Forwarded asked, Optional<IpAddress> client) {
        Asked asked(String application) {
            return new Asked(application, asked.method(), asked.uri(), address(), null);
        }

        /** As it was judged; an unreadable one as the proxies wrote it, which is unreadable too. */
        String address() {
            return client.map(IpAddress::toString).orElseGet(() -> String.join(", ", asked.client()));
        }

        /** Made later, of the policy by which it was judged. */
        Explained explained(String application) {
            var panel = policy.panel();
            var id = panel.application(application)
                    .map(ApplicationDefinition::id)
                    .orElse(Panel.NOWHERE);
            var address = client.map(IpAddress::toString).orElse("");
            var explanation = person.subject().explain(id, asked.method(), asked.uri(), address, null);
            return Explained.of(panel, AboveResellers.explained(panel, person.subject(), explanation));
        }
    }

    /** A refusal of somebody who is known: kept under an id, which the proxy may show. */
    private void refuse(HttpServletResponse response, Told told, String application, @Nullable Gate gate, String reason)
            throws IOException {
        var id = notes.toldProxy(
                told.actor(), told.policy(), told.asked(application), gate, reason, () -> told.explained(application));
        response.setHeader(DECISION, id.toString());
        refuse(response, gate, reason);
    }

    /** The newest policy that is known here, and none older than whoever asks has seen elsewhere. */
    private AccountPolicy policy(HttpServletRequest request, Actor actor) {
        return AtLeast.of(request)
                .map(revision -> policies.atLeast(actor.account(), revision))
                .orElseGet(() -> policies.current(actor.account()));
    }

    private static Decision decide(Subject subject, AboveResellers.Place place, Optional<IpAddress> client) {
        return client.isPresent()
                ? subject.decide(place.application().id(), place.method(), place.path(), client.get(), null)
                : subject.decide(place.application().id(), place.method(), place.path(), "", null);
    }

    private void allow(HttpServletResponse response, AccountPolicy policy, Person person, Actor actor) {
        counts.allowed();
        response.setStatus(HttpStatus.OK.value());
        response.setHeader("Bailiwick-User", person.row().id().toString());
        response.setHeader("Bailiwick-Email", ascii(actor.email()));
        response.setHeader("Bailiwick-Role", person.row().role().word());
        response.setHeader("Bailiwick-Groups", person.groups());
        response.setHeader("Bailiwick-Scope", person.scope());
        response.setHeader("Bailiwick-Time-Zone", actor.zone().getId());
        response.setHeader(RevisionHeader.NAME, policy.revision().toString());
    }

    private void signIn(String application, HttpServletResponse response, Forwarded asked, boolean redirects)
            throws IOException {
        counts.denied(Gate.STATUS);
        if (redirects
                && asked.browser().wantsPage()
                && asked.origin().filter(origin -> isOurs(origin, application)).isPresent()) {
            var origin = asked.origin().orElseThrow();
            var next = origin.equals(panel.origin()) ? asked.uri() : origin + asked.uri();
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(
                    HttpHeaders.LOCATION, panel.to("/sign-in?next=" + UriUtils.encode(next, StandardCharsets.UTF_8)));
        } else {
            tell(response, HttpStatus.UNAUTHORIZED, "Sign in first");
        }
    }

    private boolean isOurs(String origin, String application) {
        return origin.equals(panel.origin())
                || accounts.first()
                        .map(account -> EngineGuard.known(() -> policies.current(account.id()))
                                .panel())
                        .filter(known -> known.application(application)
                                .filter(found -> known.origins(found.id()).contains(origin))
                                .isPresent())
                        .isPresent();
    }

    private void tellOfSetting(String remote) {
        if (told.asMap().putIfAbsent(remote, true) == null) {
            LOG.warn(
                    "{} asks for a decision but is no trusted proxy: name it in BAILIWICK_TRUSTED_PROXIES if it is yours.",
                    remote);
        }
    }

    private void refuse(HttpServletResponse response, @Nullable Gate gate, String reason) throws IOException {
        counts.denied(gate);
        tell(response, HttpStatus.FORBIDDEN, reason);
    }

    /** The reason is the body too: most proxies pass it on, and nobody should look at an empty page. */
    private static void tell(HttpServletResponse response, HttpStatus status, String reason) throws IOException {
        response.setStatus(status.value());
        response.setHeader(REASON, ascii(reason));
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(reason);
    }

    private static UserId userOf(Actor actor) {
        return Objects.requireNonNull(actor.user());
    }

    /** Header values are ASCII; everything else, and the percent sign, is percent-encoded UTF-8. */
    private static String ascii(String text) {
        return text.chars().allMatch(letter -> letter >= 0x20 && letter < 0x7f && letter != '%')
                ? text
                : UriUtils.encodeQueryParam(text, StandardCharsets.UTF_8);
    }
}
