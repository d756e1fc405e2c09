package io.bailiwick.contacts;

import io.bailiwick.accounts.Author;
import io.bailiwick.accounts.AuthorNames;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sights;
import io.bailiwick.tokens.Keysets;
import io.bailiwick.tokens.SortOrder.Field;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of the partners whose data an actor sees; all others are as if they were not there. */
@Service
public class Contacts {
    private static final List<Field> ORDERS =
            List.of(Field.text("name", "name_key"), Field.text("partner", "partner_order"), Field.made("createdAt"));

    private final ContactStore store;
    private final Sights sights;
    private final Keysets keysets;
    private final AuthorNames names;

    Contacts(ContactStore store, Sights sights, Keysets keysets, AuthorNames names) {
        this.store = store;
        this.sights = sights;
        this.keysets = keysets;
        this.names = names;
    }

    /** A page of the contacts that match; sorted by `name`, `partner` or `createdAt`. */
    public Page<Contact> list(Actor actor, ContactFilter filter, PageRequest request) {
        var list = "contacts " + filter;
        var keyset = keysets.of(actor, list, ORDERS, request);
        var partner = filter.partner().isEmpty()
                ? null
                : sights.find(actor, filter.partner()).map(SeenPartner::id).orElse(null);
        if (partner == null && !filter.partner().isEmpty()) {
            return new Page<>(List.of(), null, 0, false);
        }
        var wanted = new ContactStore.Wanted(sights.of(actor), filter.q(), partner);
        var page = keysets.page(
                actor, list, keyset, store.list(actor.account(), wanted, keyset), store.count(actor.account(), wanted));
        return page.with(names.of(actor, page.items(), Contact::changedBy, Contact::by));
    }

    /**
     * The contact with that id.
     *
     * @throws Refusal.NotFound when there is none at a partner whose data the actor sees
     */
    public Contact get(Actor actor, ContactId id) {
        return store.find(actor.account(), sights.of(actor), id)
                .map(found -> found.by(names.of(actor, found.changedBy())))
                .orElseThrow(() -> new Refusal.NotFound("contact"));
    }

    /**
     * Adds a contact.
     *
     * @throws Refusal.Invalid with every fault of the form
     */
    public ContactId create(Actor actor, ContactForm form) {
        var draft = ContactDraft.read(form, key -> sights.find(actor, key));
        var id = new ContactId(Ids.next());
        store.insert(actor.account(), id, draft, Author.of(actor));
        return id;
    }

    /**
     * Changes a contact.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param change makes of what is written of it now what is to be
     * @throws Refusal.Invalid with every fault of the form
     */
    @Transactional
    public void edit(Actor actor, ContactId id, @Nullable Long expected, UnaryOperator<ContactForm> change) {
        store.lock(actor.account(), id);
        var contact = get(actor, id);
        Refusal.Stale.check(expected, contact.version());
        var draft = ContactDraft.read(change.apply(ContactForm.of(contact)), key -> sights.find(actor, key));
        if (!draft.isAlready(contact)) {
            store.update(actor.account(), id, draft, Author.of(actor));
        }
    }

    /**
     * Deletes a contact.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     */
    @Transactional
    public void delete(Actor actor, ContactId id, @Nullable Long expected) {
        store.lock(actor.account(), id);
        Refusal.Stale.check(expected, get(actor, id).version());
        store.delete(actor.account(), id);
    }
}
