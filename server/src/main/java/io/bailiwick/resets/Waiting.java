package io.bailiwick.resets;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.resets.Requests.Request;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The requests that wait: each address once, and of each client no more than a few. */
final class Waiting {
    private final int mostOfAClient;
    private final Set<Asked> asked = new HashSet<>();
    private final Map<String, Integer> clients = new HashMap<>();

    Waiting(int mostOfAClient) {
        this.mostOfAClient = mostOfAClient;
    }

    private record Asked(AccountId account, String email) {
        static Asked of(Request request) {
            return new Asked(request.account(), request.email());
        }
    }

    /** Whether it is to wait: not when its address does already, or its client has as many waiting as it may. */
    synchronized boolean note(Request request) {
        if (clients.getOrDefault(request.client(), 0) >= mostOfAClient || !asked.add(Asked.of(request))) {
            return false;
        }
        clients.merge(request.client(), 1, Integer::sum);
        return true;
    }

    /** It waits no longer. */
    synchronized void forget(Request request) {
        asked.remove(Asked.of(request));
        clients.computeIfPresent(request.client(), (client, number) -> number == 1 ? null : number - 1);
    }
}
