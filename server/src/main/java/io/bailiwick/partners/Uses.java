package io.bailiwick.partners;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What refers to a partner or reseller, in this module and in those above. */
@Component
class Uses {
    private final ObjectProvider<References> references;
    private final PartnerStore partners;

    Uses(ObjectProvider<References> references, PartnerStore partners) {
        this.references = references;
        this.partners = partners;
    }

    /** How many of one kind refer to it. */
    record Use(String kind, long count) {
        /** In words; without a number for an actor who does not see all of them. */
        String inWords(boolean counted) {
            return counted
                    ? String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? kind.replaceFirst("s$", "") : kind)
                    : kind;
        }
    }

    /** What refers to the partner; empty when nothing does. */
    List<Use> of(AccountId account, PartnerId partner) {
        return counted(source -> source.toPartner(account, partner)).toList();
    }

    /** How many users refer to the partner. */
    long users(AccountId account, PartnerId partner) {
        return of(account, partner).stream()
                .filter(use -> use.kind().equals(References.USERS))
                .mapToLong(Use::count)
                .sum();
    }

    /** What refers to the reseller; empty when nothing does. */
    List<Use> of(AccountId account, ResellerId reseller) {
        var own = partners.countByReseller(account, List.of(reseller)).getOrDefault(reseller, 0L);
        return Stream.concat(
                        Stream.of(new Use("partners", own)), counted(source -> source.toReseller(account, reseller)))
                .filter(use -> use.count() > 0)
                .toList();
    }

    /**
     * Requires that nothing refers to it.
     *
     * @param counted whether the actor may know how many
     * @throws Refusal.Conflict naming what does
     */
    static void requireNone(String name, List<Use> uses, boolean counted) {
        if (!uses.isEmpty()) {
            var words = uses.stream().map(use -> use.inWords(counted)).toList();
            var isOne = counted && uses.stream().mapToLong(Use::count).sum() == 1;
            throw Refusal.Conflict.rail("`" + name + "` cannot be deleted: " + joined(words)
                    + (isOne ? " refers" : " refer") + " to it. Switch it off instead.");
        }
    }

    private static String joined(List<String> words) {
        var last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private Stream<Use> counted(ToLongFunction<References> count) {
        return references
                .orderedStream()
                .map(source -> new Use(source.kind(), count.applyAsLong(source)))
                .filter(use -> use.count() > 0);
    }
}
