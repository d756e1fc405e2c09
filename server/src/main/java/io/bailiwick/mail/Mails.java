package io.bailiwick.mail;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mail to people. A letter commits with what it tells of, or not at all; after that it is tried until the mail server
 * takes it. A node that dies in between may send a letter twice (under one Message-ID), but none is lost.
 */
@Service
public class Mails {
    private static final String VEILED = "It carries a link or a code for its recipient alone: neither is shown here.";
    private static final String VEILED_WHILE_HELD =
            VEILED + " Until a mail server is configured, an Administrator without group and reseller can see them.";
    private static final String BEYOND =
            "It carries a link or a code for somebody who may do more than you, so you cannot send it again.";

    private final OutboxStore outbox;
    private final MailListStore store;
    private final MailSearch search;
    private final Drawing drawing;
    private final Recipients recipients;
    private final Changes changes;
    private final Guard guard;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    Mails(
            OutboxStore outbox,
            MailListStore store,
            MailSearch search,
            Drawing drawing,
            Recipients recipients,
            Changes changes,
            Guard guard,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.store = store;
        this.search = search;
        this.drawing = drawing;
        this.recipients = recipients;
        this.changes = changes;
        this.guard = guard;
        this.json = json;
        this.events = events;
    }

    /** Puts the letter into the outbox, in the caller's transaction: it leaves when that commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(AccountId account, Letter letter) {
        outbox.insert(account, Ids.next(), letter);
        events.publishEvent(new MailQueued());
    }

    /** Whether mail stays in the outbox, because no mail server is set up. */
    public boolean areHeld() {
        return search.isHeld();
    }

    /**
     * Takes back what has not left yet of this kind to or about that user, in the caller's transaction. What has left
     * keeps its place in the record; link and code are wiped from it, for they hold no longer.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(AccountId account, UserId user, String kind) {
        outbox.withdraw(account, user, kind);
    }

    /** The letter as its recipient would read it: for a preview. Nothing is sent. */
    public Drawn draw(AccountId account, Letter letter) {
        return drawing.draw(account, letter);
    }

    /** A page of the account's mails, newest first. */
    @Transactional(readOnly = true)
    public Page<Mail> list(Actor actor, MailFilter filter, PageRequest request) {
        return search.page(actor, filter, request);
    }

    /** How many are in that state, up to one more than a page's total says exactly. */
    long count(Actor actor, MailState state) {
        return store.count(actor.account(), new MailFilter("", state, "", null));
    }

    /**
     * One mail with what it says. Link and code are its recipient's alone: they are shown only while no mail server is
     * there to take it, and only to unrestricted Administrators; that these saw them is told by {@link MailOpened}.
     *
     * @throws Refusal.NotFound when there is none
     */
    @Transactional
    public OpenedMail get(Actor actor, MailId id) {
        var mail = search.seen(find(actor, id));
        var letter = letter(actor, id);
        if (!letter.carriesSecret()) {
            return opened(actor, mail, letter, null);
        }
        var isHeld = mail.state() == MailState.HELD;
        if (isHeld && guard.isUnrestricted(actor)) {
            events.publishEvent(new MailOpened(actor, id, mail.kind(), mail.email()));
            return opened(actor, mail, letter, null);
        }
        return opened(actor, mail, drawing.veiled(letter), isHeld ? VEILED_WHILE_HELD : VEILED);
    }

    /**
     * What a mail says, always without link and code.
     *
     * @throws Refusal.NotFound when there is none
     */
    @Transactional(readOnly = true)
    public Letter veiled(Actor actor, MailId id) {
        find(actor, id);
        return drawing.veiled(letter(actor, id));
    }

    private OpenedMail opened(Actor actor, Mail mail, Letter letter, @Nullable String hidden) {
        var obstacle = isOpenTo(actor, mail) ? obstacle(mail) : BEYOND;
        return new OpenedMail(mail, store.tries(actor.account(), mail.id()), letter, hidden, obstacle);
    }

    /**
     * Sends a mail again, as it was written.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when it is being sent right now, was taken back, or its link is gone
     * @throws Refusal.Beyond when it carries a link for somebody who may do more than the actor
     */
    @Transactional
    public void resend(Actor actor, MailId id, @Nullable Long expected) {
        changes.lock(actor.account());
        var free = outbox.lock(actor.account(), id.value());
        var mail = find(actor, id);
        Refusal.Stale.check(expected, mail.version());
        if (!isOpenTo(actor, mail)) {
            throw new Refusal.Beyond(BEYOND);
        }
        var obstacle = free ? obstacle(search.seen(mail)) : "It is being sent right now.";
        if (obstacle != null) {
            throw new Refusal.Conflict(obstacle);
        }
        outbox.requeue(actor.account(), id.value());
        var item = new Change.Item(
                "mail",
                id.value(),
                mail.subject(),
                Map.of("state", mail.state().word()),
                Map.of("state", MailState.WAITING.word(), "email", mail.email()));
        changes.record(actor, Change.of("mail.sent-again", new Change.Reach.Nobody(), item));
        events.publishEvent(new MailQueued());
    }

    /** Why it cannot be sent again, in a sentence; null when it can. */
    private static @Nullable String obstacle(Mail mail) {
        return switch (mail.state()) {
            case HELD -> "No mail server is configured, so it cannot leave.";
            case WITHDRAWN -> "It was taken back, and what it says holds no longer.";
            case WAITING, SENT, FAILED ->
                mail.secret() && mail.wiped()
                        ? "Its link and code were wiped since. Send a new one from the user’s page."
                        : null;
        };
    }

    private Mail find(Actor actor, MailId id) {
        return store.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("mail"));
    }

    private Letter letter(Actor actor, MailId id) {
        return json.readValue(store.letter(actor.account(), id), Letter.class);
    }

    private boolean isOpenTo(Actor actor, Mail mail) {
        var user = mail.user();
        return !mail.isSecret()
                || (user == null ? guard.isUnrestricted(actor) : recipients.mayBeManagedBy(actor, user));
    }
}
