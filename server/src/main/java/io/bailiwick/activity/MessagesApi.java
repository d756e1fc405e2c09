package io.bailiwick.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bailiwick.flows.Direction;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.Wire;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MessagesApi {
    private final Messages messages;

    MessagesApi(Messages messages) {
        this.messages = messages;
    }

    record Answer(
            UUID id,
            String partner,
            @OneOf(Direction.class) String direction,
            String type,
            @OneOf(MessageState.class) String state,
            int size,
            String contentType,
            @Nullable String reference,
            String sender,
            String endpoint,
            Instant receivedAt,
            @Nullable Instant finishedAt,
            @Nullable String reason) {
        static Answer of(Message message) {
            return new Answer(
                    message.id(),
                    message.partner().key(),
                    message.direction().word(),
                    message.type(),
                    message.state().word(),
                    message.size(),
                    message.contentType(),
                    message.reference(),
                    message.sender(),
                    message.endpoint(),
                    message.receivedAt(),
                    message.finishedAt(),
                    message.reason());
        }
    }

    /** A message with what was done to deliver it. */
    record Whole(@JsonUnwrapped Answer message, List<Delivered> deliveries) {}

    record Delivered(
            UUID job,
            Instant createdAt,
            @Nullable String requestedBy,
            @OneOf(JobState.class) String state,
            String endpoint,
            List<Try> attempts) {
        static Delivered of(Timeline.Delivery delivery) {
            return new Delivered(
                    delivery.job(),
                    delivery.createdAt(),
                    delivery.requestedBy(),
                    delivery.state().word(),
                    delivery.endpoint(),
                    delivery.attempts().stream().map(Try::of).toList());
        }
    }

    /** @param tookMillis how long it took, in milliseconds */
    record Try(
            int number,
            Instant at,
            long tookMillis,
            @Nullable Integer status,
            @Nullable String reason) {
        static Try of(Timeline.Attempt attempt) {
            return new Try(
                    attempt.number(), attempt.at(), attempt.took().toMillis(), attempt.status(), attempt.reason());
        }
    }

    @GetMapping("/api/v1/messages")
    @Guarded(area = PanelArea.MESSAGES, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            @OneOf(Direction.class) @RequestParam(defaultValue = "") String direction,
            @OneOf(MessageState.class) @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            PageRequest page) {
        return messages.list(actor, MessageQuery.filter(q, partner, direction, state, type, from, to), page)
                .map(Answer::of);
    }

    @PostMapping("/api/v1/messages")
    @Wire(statuses = 202)
    @Guarded(area = PanelArea.MESSAGES, action = Action.CREATE)
    ResponseEntity<Whole> send(Actor actor, @RequestBody MessageForm form) {
        var id = messages.send(actor, form);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/messages/" + id))
                .body(whole(actor, id.toString()));
    }

    @GetMapping("/api/v1/messages/{message}")
    @Guarded(area = PanelArea.MESSAGES, action = Action.READ)
    Whole show(Actor actor, @PathVariable String message) {
        return whole(actor, message);
    }

    @GetMapping("/api/v1/messages/{message}/body")
    @Guarded(area = PanelArea.MESSAGES, action = Action.READ)
    ResponseEntity<byte[]> body(Actor actor, @PathVariable String message) {
        return Downloads.of(message, messages.body(actor, message));
    }

    private Whole whole(Actor actor, String id) {
        return new Whole(
                Answer.of(messages.get(actor, id)),
                messages.timeline(actor, id).stream().map(Delivered::of).toList());
    }
}
