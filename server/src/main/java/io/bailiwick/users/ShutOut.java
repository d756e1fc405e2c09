package io.bailiwick.users;

import io.bailiwick.model.AllowList;
import java.util.List;

/**
 * Which open sessions an allow-list would shut out.
 *
 * @param sessions how many
 * @param open of how many
 * @param addresses from where they come, each once
 */
public record ShutOut(int sessions, int open, List<String> addresses) {
    public ShutOut {
        addresses = List.copyOf(addresses);
    }

    /**
     * Judges the sessions.
     *
     * @param open the address of each open session, as text
     */
    static ShutOut of(List<String> open, AllowList network) {
        var out = open.stream()
                .filter(address -> !network.isEmpty() && !network.admits(address))
                .toList();
        return new ShutOut(
                out.size(), open.size(), out.stream().distinct().sorted().toList());
    }
}
