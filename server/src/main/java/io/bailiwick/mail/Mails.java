package io.bailiwick.mail;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail to people. A letter commits with what it tells of, or not at all; after that it is tried until the mail server
 * takes it. A node that dies in between may send a letter twice (under one Message-ID), but none is lost.
 */
@Service
public class Mails {
    private final OutboxStore store;
    private final Drawing drawing;
    private final ApplicationEventPublisher events;

    Mails(OutboxStore store, Drawing drawing, ApplicationEventPublisher events) {
        this.store = store;
        this.drawing = drawing;
        this.events = events;
    }

    /** Puts the letter into the outbox, in the caller's transaction: it leaves when that commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(AccountId account, Letter letter) {
        store.insert(account, Ids.next(), letter);
        events.publishEvent(new MailQueued());
    }

    /**
     * Takes back what has not left yet of this kind to or about that user, in the caller's transaction. What has left
     * keeps its place in the record; link and code are wiped from it, for they hold no longer.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(AccountId account, UserId user, String kind) {
        store.withdraw(account, user, kind);
    }

    /** The letter as its recipient would read it: for a preview. Nothing is sent. */
    public Drawn draw(AccountId account, Letter letter) {
        return drawing.draw(account, letter);
    }
}
