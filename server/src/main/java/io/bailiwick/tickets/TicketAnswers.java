package io.bailiwick.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.tickets.TicketPost.Attached;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tickets as the API shows them. */
@Component
class TicketAnswers {
    private final Tickets tickets;

    TicketAnswers(Tickets tickets) {
        this.tickets = tickets;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            UUID id,
            long number,
            String subject,
            @OneOf(TicketState.class) String state,
            @Nullable UUID author,
            String authorName,
            int posts,
            Instant createdAt,
            Instant changedAt,
            long version) {
        static Answer of(Ticket ticket) {
            return new Answer(
                    ticket.id().value(),
                    ticket.number(),
                    ticket.subject(),
                    TicketState.of(ticket.open()).word(),
                    ticket.author() == null ? null : ticket.author().value(),
                    ticket.authorName(),
                    ticket.posts(),
                    ticket.createdAt(),
                    ticket.changedAt(),
                    ticket.version());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Post(
            UUID id, @Nullable UUID author, String authorName, String text, Instant at, List<Attached> attachments) {
        static Post of(TicketPost post) {
            var author = post.author();
            return new Post(
                    post.id(),
                    author == null ? null : author.value(),
                    post.authorName(),
                    post.text(),
                    post.at(),
                    post.attachments());
        }
    }

    record Opened(@JsonUnwrapped Answer ticket, List<Post> conversation) {}

    /** One ticket with all that was written in it. */
    Opened whole(Actor actor, TicketId id) {
        return new Opened(
                Answer.of(tickets.get(actor, id)),
                tickets.posts(actor, id).stream().map(Post::of).toList());
    }

    /** The same, with its version. */
    ResponseEntity<Opened> answer(Actor actor, TicketId id) {
        var whole = whole(actor, id);
        return ResponseEntity.ok().eTag(Long.toString(whole.ticket().version())).body(whole);
    }
}
