package io.bailiwick.activity;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.partners.Sight;
import io.bailiwick.partners.Sights;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What failed and what people say about it, of partners whose data the actor sees. An issue opens by itself when a delivery
 * has failed, and closes by itself when the message is delivered after all.
 */
@Service
public class Issues {
    private static final int LONGEST = 5_000;

    private final IssueStore store;
    private final CommentLetters letters;
    private final Newest newest;
    private final Sights sights;

    Issues(IssueStore store, CommentLetters letters, Newest newest, Sights sights) {
        this.store = store;
        this.letters = letters;
        this.newest = newest;
        this.sights = sights;
    }

    /**
     * A page of the issues that the actor sees, newest first.
     *
     * @param message only those of the message with this id; empty for all
     * @param partner only those of the partner with this key or id; empty for all
     * @param state `open` or `closed`; empty for both
     */
    @Transactional(readOnly = true)
    public Page<Issue> list(Actor actor, String message, String partner, String state, PageRequest request) {
        var wantedState = state.isEmpty() ? null : IssueState.of(state).word();
        var sight = sight(actor, partner);
        var id = Ids.read(message).orElse(null);
        if (sight.isEmpty() || !message.isEmpty() && id == null) {
            return Newest.nothing();
        }
        var wanted = new IssueStore.Wanted(sight, id, wantedState);
        return newest.page(
                actor,
                "issues " + id + " " + partner + " " + state,
                request,
                after -> store.list(actor.account(), wanted, after, Newest.limit(request)),
                Issue::id,
                () -> store.count(actor.account(), wanted));
    }

    /** The issues of a message that the actor sees, newest first. */
    List<Issue> of(Actor actor, Message message) {
        return list(actor, message.id().toString(), "", "", PageRequest.first()).items();
    }

    /**
     * The issue with that id.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Issue get(Actor actor, String id) {
        return Ids.read(id)
                .flatMap(read -> store.find(actor.account(), sights.of(actor), read))
                .orElseThrow(() -> new Refusal.NotFound("issue"));
    }

    /**
     * Closes an issue whose message needs no more looking after.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when it is closed already
     */
    @Transactional
    public void close(Actor actor, String id, @Nullable Long expected) {
        var issue = get(actor, id);
        Refusal.Stale.check(expected, issue.version());
        if (!store.close(actor.account(), issue.id(), actor.name())) {
            throw new Refusal.Conflict("It is closed already.");
        }
    }

    /**
     * What was said about the issue with that id, oldest first.
     *
     * @param after only what was said after the comment with this id; null for all
     */
    public List<Comment> comments(Actor actor, String id, @Nullable UUID after, int limit) {
        return store.comments(actor.account(), get(actor, id).id(), after, limit);
    }

    /**
     * Says something about an issue. Everybody else who has said something about it, may still read it and has a proven
     * address is mailed.
     *
     * @throws Refusal.Invalid when the text is empty or too long
     */
    @Transactional
    public Comment comment(Actor actor, String id, @Nullable String text) {
        var issue = get(actor, id);
        var said = text == null ? "" : text.strip().replace("\r\n", "\n").replace('\r', '\n');
        if (OneLine.isBlank(said) || said.codePointCount(0, said.length()) > LONGEST) {
            throw new Refusal.Invalid("text", "Write 1 to 5,000 characters.");
        }
        if (said.codePoints().anyMatch(Issues::isForbidden)) {
            throw new Refusal.Invalid("text", "Leave out control characters and marks that turn the writing around.");
        }
        var author = actor.user();
        var comment = Ids.next();
        var others = store.authors(actor.account(), issue.id()).stream()
                .filter(other -> author == null || !other.equals(author.value()))
                .toList();
        var user = author == null ? null : author.value();
        var at = store.comment(actor.account(), issue.id(), comment, user, actor.name(), said);
        letters.send(actor, issue, said, others);
        return new Comment(comment, user, actor.name(), said, at);
    }

    private static boolean isForbidden(int point) {
        return Character.getType(point) == Character.CONTROL && point != '\n' && point != '\t'
                || point >= 0x202A && point <= 0x202E
                || point >= 0x2066 && point <= 0x2069;
    }

    private Sight sight(Actor actor, String partner) {
        var sight = sights.of(actor);
        return partner.isEmpty()
                ? sight
                : sights.find(actor, partner).map(found -> sight.of(found.id())).orElse(Sight.NOTHING);
    }
}
