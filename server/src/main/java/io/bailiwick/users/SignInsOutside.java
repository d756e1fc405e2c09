package io.bailiwick.users;

import io.bailiwick.model.AllowList;
import java.util.Map;

/**
 * How many of the user's sign-ins of the last {@link PastSignIns#DAYS} days came from outside an allow-list.
 *
 * @param outside how many
 * @param all of how many
 */
public record SignInsOutside(long outside, long all) {
    /**
     * Judges the sign-ins.
     *
     * @param byAddress how many there were from each address, as text
     */
    static SignInsOutside of(Map<String, Long> byAddress, AllowList network) {
        var outside = byAddress.entrySet().stream()
                .filter(from -> !network.isEmpty() && !network.admits(from.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new SignInsOutside(
                outside, byAddress.values().stream().mapToLong(Long::longValue).sum());
    }
}
