package io.bailiwick.users;

import io.bailiwick.guard.Entitlement;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What users can be tied to, as far as the actor sees it. */
@Service
public class Ties {
    private static final int MOST = 1_000;

    private final TieStore store;
    private final Guard guard;

    Ties(TieStore store, Guard guard) {
        this.store = store;
        this.guard = guard;
    }

    /**
     * The first things that match, by name.
     *
     * @param total how many match in all
     */
    public record Found<T>(List<T> items, long total) {
        public Found {
            items = List.copyOf(items);
        }
    }

    /** The first thousand groups of the account. */
    public List<User.Group> groups(Actor actor) {
        return store.groups(actor.account(), MOST);
    }

    /** The first thousand partners that the actor sees. */
    public List<User.Partner> partners(Actor actor) {
        return store.partners(actor.account(), guard.reseller(actor), MOST);
    }

    /** The first thousand resellers: the actor's own alone when there is one. */
    public List<User.Reseller> resellers(Actor actor) {
        return store.resellers(actor.account(), guard.reseller(actor), MOST);
    }

    /** The groups whose name holds the words. */
    public Found<User.Group> findGroups(Actor actor, @Nullable String words, int limit) {
        return store.findGroups(actor.account(), SearchText.of("q", words), limit);
    }

    /** The partners in the actor's sight whose name or key holds the words. */
    public Found<User.Partner> findPartners(Actor actor, @Nullable String words, int limit) {
        return store.findPartners(actor.account(), SearchText.of("q", words), guard.reseller(actor), null, limit);
    }

    /**
     * As {@link #findPartners(Actor, String, int)}, going on behind the partner with that key.
     *
     * @return with the total of those that come behind it
     */
    public Found<User.Partner> findPartners(Actor actor, @Nullable String words, String after, int limit) {
        return store.findPartners(actor.account(), SearchText.of("q", words), guard.reseller(actor), after, limit);
    }

    /** The resellers in the actor's sight whose name or key holds the words. */
    public Found<User.Reseller> findResellers(Actor actor, @Nullable String words, int limit) {
        return store.findResellers(actor.account(), SearchText.of("q", words), guard.reseller(actor), limit);
    }

    /**
     * Why the actor may give nobody of that role the group, were it the only one; empty when he may.
     *
     * @param role whoever it would be given to, without any optional permission and data
     */
    public Optional<String> whyNot(Actor actor, User.Group group, Role role) {
        if (guard.isUnrestricted(actor)) {
            return Optional.empty();
        }
        try {
            var entitlement =
                    new Entitlement(role, Set.of(), Set.of(group.id()), guard.reseller(actor), DataAccess.NONE);
            guard.mayGive(actor, null, entitlement);
            return Optional.empty();
        } catch (Refusal.Beyond beyond) {
            return Optional.of(beyond.detail());
        }
    }

    /** The groups with these ids or names. */
    public List<User.Group> groups(Actor actor, Collection<String> words) {
        return words.isEmpty() ? List.of() : store.groups(actor.account(), words);
    }

    /** Those partners in the actor's sight that have these keys or ids. */
    public List<User.Partner> partners(Actor actor, Collection<String> words) {
        return words.isEmpty() ? List.of() : store.partners(actor.account(), words, guard.reseller(actor));
    }

    /** As {@link #partners(Actor, Collection)}, but only those of the reseller too. */
    public List<User.Partner> partners(Actor actor, Collection<String> words, User.Reseller reseller) {
        var own = guard.reseller(actor);
        return words.isEmpty() || own != null && !own.equals(reseller.id())
                ? List.of()
                : store.partners(actor.account(), words, reseller.id());
    }

    /** The reseller with this key or id, if the actor sees it. */
    public Optional<User.Reseller> reseller(Actor actor, @Nullable String word) {
        var own = guard.reseller(actor);
        return word == null || word.isBlank()
                ? Optional.empty()
                : store.reseller(actor.account(), word.strip())
                        .filter(reseller -> own == null || own.equals(reseller.id()));
    }
}
