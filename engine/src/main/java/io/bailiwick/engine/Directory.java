package io.bailiwick.engine;

import io.bailiwick.model.IpAddress;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy with its users: decides by user id. Immutable and thread-safe.
 *
 * <p>Subjects stand in a table of at least twice their number, found by the hash of their id without a step in between.
 * An unknown id is nobody.
 */
public final class Directory {

    private final Policy policy;
    private final Subject nobody;
    private final @Nullable Subject[] table;
    private final int size;

    private Directory(Policy policy, Collection<UserDefinition> users) {
        this.policy = policy;
        this.nobody = policy.nobody();
        this.table = new Subject[Math.max(2, Integer.highestOneBit(Math.max(1, users.size())) * 4)];
        users.forEach(user -> put(user.id(), policy.subject(user)));
        this.size = users.size();
    }

    /**
     * The directory of these users.
     *
     * @throws IllegalArgumentException when two have the same id
     */
    public static Directory of(Policy policy, Collection<UserDefinition> users) {
        return new Directory(policy, users);
    }

    /** The policy. */
    public Policy policy() {
        return policy;
    }

    /** How many users it holds. */
    public int size() {
        return size;
    }

    /** The user with this id; nobody when there is none. */
    public Subject subject(UUID user) {
        int mask = table.length - 1;
        for (int slot = slotOf(user) & mask; ; slot = slot + 1 & mask) {
            Subject subject = table[slot];
            if (subject == null) {
                return nobody;
            }
            if (subject.hasId(user)) {
                return subject;
            }
        }
    }

    /**
     * Decides over a request of a user.
     *
     * @param user the id of the user
     * @param application the id of the application
     * @param method the HTTP method
     * @param path the path as it stood on the wire
     * @param address the client's address
     */
    public Decision decide(UUID user, UUID application, String method, String path, IpAddress address) {
        return subject(user).decide(application, method, path, address, null);
    }

    /** Decides over a request of a user whose client's address is still text. */
    public Decision decide(UUID user, UUID application, String method, String path, String address) {
        return subject(user).decide(application, method, path, address, null);
    }

    private void put(UUID id, Subject added) {
        int mask = table.length - 1;
        int slot = slotOf(id) & mask;
        for (var there = table[slot]; there != null; there = table[slot]) {
            if (there.hasId(id)) {
                throw new IllegalArgumentException("there are two users with the id " + id);
            }
            slot = slot + 1 & mask;
        }
        table[slot] = added;
    }

    private static int slotOf(UUID id) {
        long mixed = (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
