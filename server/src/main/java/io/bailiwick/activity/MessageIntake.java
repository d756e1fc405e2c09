package io.bailiwick.activity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bailiwick.flows.Incoming;
import io.bailiwick.flows.Intake;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what comes in, together with what comes in at the same time. */
@Component
class MessageIntake implements Intake {
    private static final int WRITERS = 2;
    private static final int AT_ONCE = 64;

    /** Bodies that are longer, in bytes, go alone, so that no statement grows large. */
    private static final int LONG = 65_536;

    private final MessageStore store;
    private final Batching<Sent, Boolean> batching = new Batching<>(WRITERS, AT_ONCE, this::keep);

    MessageIntake(MessageStore store) {
        this.store = store;
    }

    private record Sent(AccountId account, Incoming incoming) {}

    @Override
    public void accept(AccountId account, Incoming incoming) {
        var sent = new Sent(account, incoming);
        var isKept = incoming.body().length > LONG ? keep(List.of(sent)).getFirst() : batching.of(sent);
        if (!isKept) {
            throw new Refusal.Invalid(
                    "partner",
                    "The partner that these messages belong to is switched off: send it again once it is on.");
        }
    }

    private List<Boolean> keep(List<Sent> sent) {
        var kept = new HashSet<UUID>();
        sent.stream()
                .collect(groupingBy(Sent::account, mapping(Sent::incoming, toList())))
                .forEach((account, incoming) -> kept.addAll(store.insert(account, incoming)));
        return sent.stream().map(each -> kept.contains(each.incoming().id())).toList();
    }
}
