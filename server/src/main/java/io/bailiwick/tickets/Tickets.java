package io.bailiwick.tickets;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tickets.TicketForm.Upload;
import io.bailiwick.tickets.TicketStore.Author;
import io.bailiwick.tickets.TicketStore.Place;
import io.bailiwick.tokens.Cursors;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tickets. They are written from a proven address only. What an actor does not see is not there for him: see
 * {@link TicketSight}.
 */
@Service
public class Tickets {
    private static final List<String> ORDER = List.of("-changedAt");
    private static final String UNPROVEN =
            "Tickets are written from a verified address. Follow the link or enter the code that was mailed to yours, or "
                    + "ask for a new one on your profile.";

    private final TicketStore store;
    private final PostStore posts;
    private final TicketMails mails;
    private final Guard guard;
    private final Cursors cursors;

    Tickets(TicketStore store, PostStore posts, TicketMails mails, Guard guard, Cursors cursors) {
        this.store = store;
        this.posts = posts;
        this.mails = mails;
        this.guard = guard;
        this.cursors = cursors;
    }

    /** A page of those that the actor sees, changed last first. */
    @Transactional(readOnly = true)
    public Page<Ticket> list(Actor actor, TicketFilter filter, PageRequest request) {
        if (!request.sort().isEmpty() && !request.sort().equals(ORDER)) {
            throw new Refusal.Invalid("sort", "Tickets are sorted by `-changedAt` and by nothing else.");
        }
        var list = "tickets " + filter;
        var after = request.after() == null ? null : place(cursors.read(actor, list, request.after()));
        var sight = TicketSight.of(actor, guard);
        var found = store.list(actor.account(), sight, filter, after, request.limit() + 1);
        var more = found.size() > request.limit();
        var shown = more ? found.subList(0, request.limit()) : found;
        var count = store.count(actor.account(), sight, filter);
        var next = more ? cursors.make(actor, list, keys(shown.getLast())) : null;
        return new Page<>(shown, next, Math.min(count, Page.COUNTED), count > Page.COUNTED);
    }

    /**
     * One ticket.
     *
     * @throws Refusal.NotFound when there is none that the actor sees
     */
    @Transactional(readOnly = true)
    public Ticket get(Actor actor, TicketId id) {
        return store.find(actor.account(), TicketSight.of(actor, guard), id)
                .orElseThrow(() -> new Refusal.NotFound("ticket"));
    }

    /**
     * All that was written in a ticket, oldest first.
     *
     * @throws Refusal.NotFound when there is none that the actor sees
     */
    @Transactional(readOnly = true)
    public List<TicketPost> posts(Actor actor, TicketId id) {
        get(actor, id);
        return posts.of(actor.account(), id);
    }

    /** Why the actor cannot write now, in a sentence; null when he can. */
    @Transactional(readOnly = true)
    public @Nullable String obstacle(Actor actor) {
        var user = actor.user();
        return user != null && store.author(actor.account(), user).isPresent() ? null : UNPROVEN;
    }

    /**
     * Opens a ticket.
     *
     * @throws Refusal.Invalid with every fault
     * @throws Refusal.Conflict when the actor's address is not proven
     */
    @Transactional
    public TicketId open(Actor actor, TicketForm form) {
        var author = author(actor);
        var checked = form.checked(true);
        var id = new TicketId(Ids.next());
        var number = store.nextNumber(actor.account());
        store.insert(actor.account(), id, number, Objects.requireNonNull(checked.subject()), author);
        write(actor, id, author, checked);
        return id;
    }

    /**
     * Replies, which opens a closed ticket again. Those who wrote in it are told by mail.
     *
     * @throws Refusal.NotFound when there is none that the actor sees
     * @throws Refusal.Invalid with every fault
     * @throws Refusal.Conflict when the actor's address is not proven
     */
    @Transactional
    public UUID reply(Actor actor, TicketId id, TicketForm form) {
        store.lock(actor.account(), id);
        var ticket = get(actor, id);
        var author = author(actor);
        var post = write(actor, id, author, form.checked(false));
        store.written(actor.account(), id);
        mails.replied(actor, ticket, store.listeners(actor.account(), id, author.id()));
        return post;
    }

    /**
     * Closes a ticket or opens it again; nothing happens when it is so already.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.NotFound when there is none that the actor sees
     */
    @Transactional
    public void setOpen(Actor actor, TicketId id, boolean open, @Nullable Long expected) {
        store.lock(actor.account(), id);
        var ticket = get(actor, id);
        Refusal.Stale.check(expected, ticket.version());
        if (ticket.open() != open) {
            store.setOpen(actor.account(), id, open);
        }
    }

    /**
     * A file that came with a ticket.
     *
     * @throws Refusal.NotFound when there is none, or the actor does not see the ticket
     */
    @Transactional(readOnly = true)
    Upload attachment(Actor actor, TicketId id, UUID attachment) {
        get(actor, id);
        return posts.content(actor.account(), id, attachment).orElseThrow(() -> new Refusal.NotFound("attachment"));
    }

    private UUID write(Actor actor, TicketId id, Author author, TicketForm form) {
        var post = Ids.next();
        posts.insert(actor.account(), id, post, author, Objects.requireNonNull(form.text()));
        form.files().forEach(file -> posts.attach(actor.account(), id, post, Ids.next(), file));
        return post;
    }

    private Author author(Actor actor) {
        var user = actor.user();
        return user == null ? refused() : store.author(actor.account(), user).orElseGet(Tickets::refused);
    }

    private static Author refused() {
        throw new Refusal.Conflict(UNPROVEN);
    }

    private static Place place(List<@Nullable String> keys) {
        return new Place(Instant.parse(String.valueOf(keys.get(0))), UUID.fromString(String.valueOf(keys.get(1))));
    }

    private static List<@Nullable String> keys(Ticket last) {
        return List.of(last.changedAt().toString(), last.id().toString());
    }
}
