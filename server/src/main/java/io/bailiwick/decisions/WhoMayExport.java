package io.bailiwick.decisions;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.users.UsersExported;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Everybody who may, piece by piece: never more than one piece in memory, and each read with the actor's rights and sight
 * at that moment.
 */
@Service
public class WhoMayExport {
    private final WhoMay whoMay;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    WhoMayExport(WhoMay whoMay, ApplicationEventPublisher events, TransactionOperations transactions) {
        this.whoMay = whoMay;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Begins an export, and has it recorded.
     *
     * @return those who may, by name; reading on may throw {@link Refusal.Denied} when the actor may no longer
     * @throws Refusal.NotFound when area or partner is not there or not in the actor's sight
     * @throws Refusal.Invalid when it names no action
     */
    public Iterator<List<MayUser>> of(Actor actor, MayQuestion question) {
        var asked = whoMay.asked(actor, question);
        var first = page(actor, question, null);
        var search = "may " + asked.action().word() + " " + asked.application() + "/" + asked.name()
                + (asked.partner() == null ? "" : " of " + asked.partner());
        transactions.executeWithoutResult(status ->
                events.publishEvent(new UsersExported(actor, search, "name", first.total(), first.totalIsAtLeast())));
        return new Pieces(actor, question, first);
    }

    private Page<MayUser> page(Actor actor, MayQuestion question, @Nullable String after) {
        return whoMay.page(actor, question, new PageRequest(List.of(), Page.MOST, after));
    }

    private final class Pieces implements Iterator<List<MayUser>> {
        private final Actor actor;
        private final MayQuestion question;
        private @Nullable Page<MayUser> next;

        Pieces(Actor actor, MayQuestion question, Page<MayUser> first) {
            this.actor = actor;
            this.question = question;
            this.next = first;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public List<MayUser> next() {
            var now = next;
            if (now == null) {
                throw new NoSuchElementException();
            }
            next = now.next() == null ? null : page(actor, question, now.next());
            return now.items();
        }
    }
}
