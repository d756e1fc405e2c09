package io.bailiwick.mail;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.mail.MailListStore.Place;
import io.bailiwick.tokens.Cursors;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds mails page by page, newest first. */
@Component
class MailSearch {
    private static final List<String> ORDER = List.of("-createdAt");

    private final MailListStore store;
    private final Cursors cursors;
    private final Postman postman;

    MailSearch(MailListStore store, Cursors cursors, Postman postman) {
        this.store = store;
        this.cursors = cursors;
        this.postman = postman;
    }

    Page<Mail> page(Actor actor, MailFilter filter, PageRequest request) {
        if (!request.sort().isEmpty() && !request.sort().equals(ORDER)) {
            throw new Refusal.Invalid("sort", "Mails are sorted by `-createdAt` and by nothing else.");
        }
        var list = "mail " + filter;
        var after = request.after() == null ? null : place(actor, list, request.after());
        if (isImpossible(filter)) {
            return new Page<>(List.of(), null, 0, false);
        }
        var found = store.list(actor.account(), filter, after, request.limit() + 1);
        var more = found.size() > request.limit();
        var shown = more ? found.subList(0, request.limit()) : found;
        var count = store.count(actor.account(), filter);
        return new Page<>(
                shown.stream().map(this::seen).toList(),
                more ? cursor(actor, list, shown.getLast()) : null,
                Math.min(count, Page.COUNTED),
                count > Page.COUNTED);
    }

    /** Whether nothing leaves, for want of a mail server. */
    boolean isHeld() {
        return !postman.isEmployed();
    }

    /** As it is on this server: what waits without a mail server is held. */
    Mail seen(Mail mail) {
        if (mail.state() != MailState.WAITING || postman.isEmployed()) {
            return mail;
        }
        return new Mail(
                mail.id(),
                mail.kind(),
                mail.user(),
                mail.name(),
                mail.email(),
                mail.subject(),
                MailState.HELD,
                mail.secret(),
                mail.wiped(),
                mail.tries(),
                mail.reason(),
                mail.createdAt(),
                mail.nextTryAt(),
                mail.sentAt(),
                mail.version());
    }

    private boolean isImpossible(MailFilter filter) {
        return filter.state() == (postman.isEmployed() ? MailState.HELD : MailState.WAITING);
    }

    private Place place(Actor actor, String list, String cursor) {
        var keys = cursors.read(actor, list, cursor);
        return new Place(Instant.parse(key(keys, 0)), UUID.fromString(key(keys, 1)));
    }

    private static String key(List<@Nullable String> keys, int number) {
        return String.valueOf(keys.get(number));
    }

    private String cursor(Actor actor, String list, Mail last) {
        return cursors.make(
                actor, list, List.of(last.createdAt().toString(), last.id().toString()));
    }
}
