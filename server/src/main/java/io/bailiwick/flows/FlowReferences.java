package io.bailiwick.flows;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.References;
import org.springframework.stereotype.Component;

/** Tells partners which data flows are theirs. */
@Component
class FlowReferences implements References {
    private final DataFlowStore store;

    FlowReferences(DataFlowStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "data flows";
    }

    @Override
    public long toPartner(AccountId account, PartnerId partner) {
        return store.naming(account, partner.value());
    }
}
