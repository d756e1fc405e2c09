package io.bailiwick.activity;

import io.bailiwick.activity.MessageListStore.Wanted;
import io.bailiwick.flows.Configuration.Flow;
import io.bailiwick.flows.DeliveryDue;
import io.bailiwick.flows.Direction;
import io.bailiwick.flows.Engines;
import io.bailiwick.flows.Incoming;
import io.bailiwick.flows.Intake;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sight;
import io.bailiwick.partners.Sights;
import io.bailiwick.tokens.Like;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What goes through. Of all that is here an actor sees only what belongs to partners whose data he sees. */
@Service
public class Messages {
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String JSON = "application/json";

    private final MessageListStore store;
    private final TimelineStore timelines;
    private final Newest newest;
    private final Sights sights;
    private final Engines engines;
    private final Intake intake;
    private final ApplicationEventPublisher events;

    Messages(
            MessageListStore store,
            TimelineStore timelines,
            Newest newest,
            Sights sights,
            Engines engines,
            Intake intake,
            ApplicationEventPublisher events) {
        this.store = store;
        this.timelines = timelines;
        this.newest = newest;
        this.sights = sights;
        this.engines = engines;
        this.intake = intake;
        this.events = events;
    }

    /** A message's body with what its sender said that it is. */
    public record Body(String contentType, byte[] bytes) {}

    /** A page of the messages that the actor sees, newest first. */
    @Transactional(readOnly = true)
    public Page<Message> list(Actor actor, MessageFilter filter, PageRequest request) {
        var wanted = wanted(actor, filter).orElse(null);
        if (wanted == null) {
            return Newest.nothing();
        }
        return newest.page(
                actor,
                "messages " + filter,
                request,
                after -> store.list(actor.account(), wanted, after, Newest.limit(request)),
                Message::id,
                () -> store.count(actor.account(), wanted));
    }

    /** The types that the messages have which the actor sees. */
    public List<String> types(Actor actor) {
        var sight = sights.of(actor);
        return sight.isEmpty() ? List.of() : store.types(actor.account(), sight);
    }

    /**
     * The message with that id.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Message get(Actor actor, String id) {
        return Ids.read(id)
                .flatMap(read -> store.find(actor.account(), sights.of(actor), read))
                .orElseThrow(() -> new Refusal.NotFound("message"));
    }

    /**
     * The body of the message with that id.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Body body(Actor actor, String id) {
        var message = get(actor, id);
        return new Body(message.contentType(), store.body(actor.account(), message.id()));
    }

    /**
     * What was done to deliver the message with that id, oldest first.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public List<Timeline.Delivery> timeline(Actor actor, String id) {
        return timelines.of(actor.account(), get(actor, id).id());
    }

    /**
     * Accepts a message of one of the actor's partners: when this returns it is committed.
     *
     * @return its id
     * @throws Refusal.Invalid when no data flow takes it
     */
    public UUID send(Actor actor, MessageForm form) {
        var faults = new ArrayList<Fault>();
        var partner = sights.find(actor, given(form.partner()));
        var direction = Direction.of(given(form.direction()));
        var body = form.body();
        if (partner.isEmpty()) {
            faults.add(new Fault("partner", "There is no partner `" + given(form.partner()) + "`."));
        }
        if (direction.isEmpty()) {
            faults.add(new Fault("direction", "Say `inbound` or `outbound`."));
        }
        if (given(form.type()).isBlank()) {
            faults.add(new Fault("type", "Say which type it is."));
        }
        if (body == null || body.isNull()) {
            faults.add(new Fault("body", "Say what is to be delivered: a text, or JSON."));
        }
        if (!faults.isEmpty() || body == null) {
            throw new Refusal.Invalid(faults);
        }
        var flow = flow(
                actor,
                partner.orElseThrow(),
                direction.orElseThrow(),
                given(form.type()).strip());
        var incoming = new Incoming(
                Ids.next(), Instant.now(), flow, actor.name(), null, body.isString() ? TEXT : JSON, null, bytes(body));
        intake.accept(actor.account(), incoming);
        events.publishEvent(new DeliveryDue());
        return incoming.id();
    }

    private Flow flow(Actor actor, SeenPartner partner, Direction direction, String type) {
        var flows = engines.running(actor.account()).flows().stream()
                .filter(flow -> flow.partner().equals(partner.id())
                        && flow.direction() == direction
                        && flow.type().equalsIgnoreCase(type))
                .toList();
        if (flows.isEmpty()) {
            throw new Refusal.Invalid(
                    "type",
                    "No data flow that is in effect takes " + direction.word() + " messages of that type and"
                            + " partner.");
        }
        if (flows.stream().map(flow -> flow.to().id()).distinct().count() > 1) {
            throw new Refusal.Invalid(
                    "type",
                    "Several data flows with different endpoints take such messages: send it to an access point.");
        }
        return flows.getFirst();
    }

    private static byte[] bytes(JsonNode body) {
        return (body.isString() ? body.asString() : body.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** The same as statements ask for it; empty when the actor sees nothing of it. */
    Optional<Wanted> wanted(Actor actor, MessageFilter filter) {
        return sight(actor, filter.partner()).map(sight -> {
            var q = filter.q().strip();
            var id = Ids.read(q).orElse(null);
            return new Wanted(
                    sight,
                    id,
                    q.isEmpty() || id != null ? null : Like.beginning(q),
                    filter.direction() == null ? null : filter.direction().word(),
                    filter.state() == null ? null : filter.state().word(),
                    filter.type().isBlank() ? null : filter.type().strip(),
                    filter.from() == null ? null : Moments.firstId(filter.from()),
                    filter.to() == null ? null : Moments.firstId(filter.to()));
        });
    }

    /** What the actor sees of that partner, or of all when it is empty; empty when that is nothing. */
    private Optional<Sight> sight(Actor actor, String partner) {
        var sight = sights.of(actor);
        var narrowed = partner.isEmpty()
                ? sight
                : sights.find(actor, partner).map(found -> sight.of(found.id())).orElse(Sight.NOTHING);
        return narrowed.isEmpty() ? Optional.empty() : Optional.of(narrowed);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
