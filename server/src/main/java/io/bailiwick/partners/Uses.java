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
        @Override
        public String toString() {
            return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? kind.replaceFirst("s$", "") : kind);
        }
    }

    /** What refers to the partner; empty when nothing does. */
    List<Use> of(AccountId account, PartnerId partner) {
        return counted(source -> source.toPartner(account, partner)).toList();
    }

    /** What refers to the reseller; empty when nothing does. */
    List<Use> of(AccountId account, ResellerId reseller) {
        var own = partners.countByReseller(account, List.of(reseller)).getOrDefault(reseller, 0L);
        return Stream.concat(
                        Stream.of(new Use("partners", own)), counted(source -> source.toReseller(account, reseller)))
                .filter(use -> use.count() > 0)
                .toList();
    }

    /** @throws Refusal.Conflict naming what refers to it */
    void requireNone(AccountId account, Partner partner) {
        requireNone(partner.name(), of(account, partner.id()));
    }

    /** @throws Refusal.Conflict naming what refers to it */
    void requireNone(AccountId account, Reseller reseller) {
        requireNone(reseller.name(), of(account, reseller.id()));
    }

    private Stream<Use> counted(ToLongFunction<References> count) {
        return references
                .orderedStream()
                .map(source -> new Use(source.kind(), count.applyAsLong(source)))
                .filter(use -> use.count() > 0);
    }

    private static void requireNone(String name, List<Use> uses) {
        if (!uses.isEmpty()) {
            var counted = String.join(" and ", uses.stream().map(Use::toString).toList());
            throw new Refusal.Conflict(
                    "`" + name + "` cannot be deleted: " + counted + " refer to it. Switch it off instead.");
        }
    }
}
