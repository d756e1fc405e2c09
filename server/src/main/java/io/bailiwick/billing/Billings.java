package io.bailiwick.billing;

import io.bailiwick.accounts.Author;
import io.bailiwick.accounts.AuthorNames;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sights;
import io.bailiwick.tokens.Cursors;
import io.bailiwick.tokens.Keysets;
import io.bailiwick.tokens.SortOrder.Field;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the partners owe whose data an actor sees; all others are as if they were not there. */
@Service
public class Billings {
    private static final List<Field> ORDERS = List.of(Field.text("partner", "name_key"));

    private final BillingStore store;
    private final EntryStore entries;
    private final Alerts alerts;
    private final Sights sights;
    private final Keysets keysets;
    private final Cursors cursors;
    private final AuthorNames names;

    Billings(
            BillingStore store,
            EntryStore entries,
            Alerts alerts,
            Sights sights,
            Keysets keysets,
            Cursors cursors,
            AuthorNames names) {
        this.store = store;
        this.entries = entries;
        this.alerts = alerts;
        this.sights = sights;
        this.keysets = keysets;
        this.cursors = cursors;
        this.names = names;
    }

    /**
     * A page of the partners, each with what it is billed by; sorted by `partner`.
     *
     * @param q found anywhere in a partner's name or key, in any case; empty for all
     * @param standing only those that stand so; null for all
     */
    public Page<Billing> list(Actor actor, String q, @Nullable Standing standing, PageRequest request) {
        var list = "billing " + q + " " + standing;
        var keyset = keysets.of(actor, list, ORDERS, request);
        var wanted = new BillingStore.Wanted(sights.of(actor), q, standing);
        return keysets.page(
                actor, list, keyset, store.list(actor.account(), wanted, keyset), store.count(actor.account(), wanted));
    }

    /**
     * What a partner is billed by.
     *
     * @param partner its id or key
     * @throws Refusal.NotFound when there is none whose data the actor sees
     */
    public Billing get(Actor actor, String partner) {
        var found = seen(actor, partner);
        var terms = store.terms(actor.account(), found.id())
                .map(one -> one.by(names.of(actor, one.changedBy())))
                .orElse(null);
        return new Billing(found, terms);
    }

    /** A page of a partner's entries, newest first. */
    public Page<Entry> entries(Actor actor, Billing billing, PageRequest request) {
        if (!request.sort().isEmpty() && !request.sort().equals(List.of("-number"))) {
            throw new Refusal.Invalid("sort", "Entries are sorted by `-number` and by nothing else.");
        }
        var terms = billing.terms();
        if (terms == null) {
            return new Page<>(List.of(), null, 0, false);
        }
        var list = "entries " + billing.partner().id();
        var after = request.after();
        var before = after == null
                ? Long.MAX_VALUE
                : Long.parseLong(
                        Objects.requireNonNull(cursors.read(actor, list, after).getFirst()));
        var found =
                entries.before(actor.account(), billing.partner().id(), before, request.limit() + 1, terms.currency());
        var more = found.size() > request.limit();
        var shown = more ? found.subList(0, request.limit()) : found;
        var next = more
                ? cursors.make(
                        actor, list, List.of(Long.toString(shown.getLast().number())))
                : null;
        var told = names.of(actor, shown, Entry::createdBy, Entry::by);
        return new Page<>(told, next, Math.min(terms.entries(), Page.COUNTED), terms.entries() > Page.COUNTED);
    }

    /**
     * Sets by what a partner is billed.
     *
     * @param expected the version that the actor saw, 0 for none yet, or null for whichever is there
     * @throws Refusal.Invalid with every fault of the form
     * @throws Refusal.Conflict when there are entries in another currency
     */
    @Transactional
    public void set(Actor actor, String partner, @Nullable Long expected, TermsForm form) {
        var draft = Drafts.read(form);
        var id = seen(actor, partner).id();
        var before = store.lock(actor.account(), id).orElse(null);
        Refusal.Stale.check(expected, before == null ? 0 : before.version());
        if (before == null) {
            if (!store.insert(actor.account(), id, draft, Author.of(actor))) {
                // Somebody else was first with it, so by now there is something to lock.
                set(actor, partner, expected, form);
            }
        } else if (before.entries() > 0 && !before.currency().equals(draft.currency())) {
            throw new Refusal.Conflict("There are entries in `" + before.currency() + "`, so the currency stays.");
        } else {
            store.update(actor.account(), id, draft, Author.of(actor));
            alerts.moved(actor.account(), id, before, draft);
        }
    }

    /** An entry, and whether it was made just now. */
    public record Booked(Entry entry, boolean isNew) {}

    /**
     * Adds an entry to a partner's account. Sent again under its key, it is found and not made a second time.
     *
     * @throws Refusal.Invalid with every fault of the form
     * @throws Refusal.Conflict when the key belongs to another entry, or no terms are set
     */
    @Transactional
    public Booked book(Actor actor, String partner, EntryForm form) {
        var draft = Drafts.read(form);
        var found = seen(actor, partner);
        var terms = store.lock(actor.account(), found.id())
                .orElseThrow(() -> new Refusal.Conflict(
                        "`" + found.name() + "` has no currency and credit limit yet: set its terms first."));
        var known = entries.find(actor.account(), found.id(), draft.key(), terms.currency());
        if (known.isPresent()) {
            if (!known.get().text().equals(draft.text())
                    || known.get().amount().amount().compareTo(draft.amount()) != 0) {
                throw new Refusal.Conflict("The key `" + draft.key() + "` belongs to another entry. Choose a new one.");
            }
            return new Booked(known.get().by(names.of(actor, known.get().createdBy())), false);
        }
        var entry = entries.insert(actor.account(), found.id(), draft, terms.currency(), Author.of(actor));
        if (entry.crosses()) {
            alerts.crossed(actor.account(), found.id(), entry);
        }
        return new Booked(entry, true);
    }

    private SeenPartner seen(Actor actor, String partner) {
        return sights.find(actor, partner).orElseThrow(() -> new Refusal.NotFound("partner"));
    }
}
