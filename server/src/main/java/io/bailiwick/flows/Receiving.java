package io.bailiwick.flows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.flows.Configuration.Flow;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;

/** Takes messages at access points: from whoever shows the secret, by the data flow of their type. */
@Service
public class Receiving {
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_CONTENT_TYPE = 200;
    private static final int REMEMBERED = 1_000;
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final AccessPointStore store;
    private final Accounts accounts;
    private final Engines engines;
    private final Intake intake;
    private final ApplicationEventPublisher events;
    private final Cache<String, Account> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Receiving(
            AccessPointStore store,
            Accounts accounts,
            Engines engines,
            Intake intake,
            ApplicationEventPublisher events) {
        this.store = store;
        this.accounts = accounts;
        this.engines = engines;
        this.intake = intake;
        this.events = events;
    }

    /**
     * What a sender sends.
     *
     * @param key the key of the access point
     * @param authorization the secret as `Bearer`, or as the password of `Basic`
     * @param type which data flow is meant; may be left out where there is only one
     * @param reference the sender's own name for the message
     */
    public record Sent(
            String key,
            @Nullable String authorization,
            @Nullable String type,
            @Nullable String contentType,
            @Nullable String reference,
            byte[] body) {}

    /**
     * Accepts a message: when this returns it is committed.
     *
     * @return its id
     * @throws Refusal.SignedOut when the secret is not that of the access point
     * @throws Refusal.Unavailable while the engine does not run with the access point yet
     * @throws Refusal.Invalid when no data flow takes it, or its partner is switched off
     */
    public UUID receive(Sent sent) {
        var secret = secret(sent.authorization()).orElseThrow(Receiving::unknown);
        var account = Optional.ofNullable(known.get(
                        secret.account(), shortId -> accounts.find(shortId).orElse(null)))
                .map(Account::id)
                .orElseThrow(Receiving::unknown);
        var lock = store.lock(account, secret.hash()).orElseThrow(Receiving::unknown);
        var running = engines.running(account, lock.generation());
        var point = running.accessPoints().stream()
                .filter(each -> each.id().equals(lock.id()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Unavailable(
                        "The access point is set up but not in effect yet: restart the integration engine."));
        if (!point.key().equals(sent.key())) {
            throw unknown();
        }
        var flow = flow(running.from(point.id()), sent.type(), "in `Bailiwick-Type` or `?type=`");
        var at = Instant.now();
        var incoming = new Incoming(
                Ids.next(),
                at,
                flow,
                point.name(),
                point.id(),
                contentType(sent),
                reference(sent.reference()),
                sent.body());
        intake.accept(account, incoming);
        events.publishEvent(new DeliveryDue());
        return incoming.id();
    }

    /**
     * The data flow that takes a type.
     *
     * @param where a sender says which type it is
     * @throws Refusal.Invalid when there is none
     */
    static Flow flow(List<Flow> flows, @Nullable String type, String where) {
        if (flows.isEmpty()) {
            throw new Refusal.Invalid("type", "No data flow begins at this access point.");
        }
        if (type == null || type.isBlank()) {
            if (flows.size() > 1) {
                throw new Refusal.Invalid("type", "Say which type it is, " + where + ": " + types(flows) + ".");
            }
            return flows.getFirst();
        }
        return flows.stream()
                .filter(flow -> flow.type().equalsIgnoreCase(type.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(
                        "type", "No data flow of this access point takes that type, only " + types(flows) + "."));
    }

    private static String types(List<Flow> flows) {
        return String.join(
                ", ", flows.stream().map(flow -> "`" + flow.type() + "`").toList());
    }

    /**
     * A sender's own name for a message; null when it has none.
     *
     * @throws Refusal.Invalid when it is too long, or no line
     */
    static @Nullable String reference(@Nullable String said) {
        var reference = said == null ? "" : said.strip();
        if (reference.isEmpty()) {
            return null;
        }
        if (reference.length() > LONGEST_REFERENCE || !OneLine.isClean(reference)) {
            throw new Refusal.Invalid("reference", "Write at most " + LONGEST_REFERENCE + " characters on one line.");
        }
        return reference;
    }

    private static String contentType(Sent sent) {
        var type = sent.contentType();
        if (type == null || type.isBlank()) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
        try {
            if (type.length() <= LONGEST_CONTENT_TYPE) {
                MediaType.parseMediaType(type);
                return type;
            }
        } catch (InvalidMediaTypeException unreadable) {
            // told below
        }
        throw new Refusal.Invalid("contentType", "The `Content-Type` cannot be read.");
    }

    private static Optional<Secret> secret(@Nullable String authorization) {
        var text = authorization == null ? "" : authorization.strip();
        if (text.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Secret.read(text.substring(BEARER.length()).strip());
        }
        if (text.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return password(text.substring(BASIC.length()).strip()).flatMap(Secret::read);
        }
        return Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Refusal unknown() {
        return new Refusal.SignedOut(
                "Show the secret of this access point, as `Authorization: Bearer …` or as the password"
                        + " of `Basic`.");
    }
}
