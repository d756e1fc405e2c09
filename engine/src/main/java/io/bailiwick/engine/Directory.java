package io.bailiwick.engine;

import io.bailiwick.model.IpAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;

/**
 * A policy with its users: decides by user id. Immutable and thread-safe.
 *
 * <p>An unknown id is nobody. Users who stand alike in everything that decides share what is compiled, so that deciding
 * for one of many touches little memory.
 */
public final class Directory {

    private final Policy policy;
    private final Subject nobody;
    private final IdTable<Standing> standings;
    private final IdTable<UserDefinition> users;

    private Directory(Policy policy, Collection<UserDefinition> definitions) {
        this.policy = policy;
        this.nobody = policy.nobody();
        this.users = IdTable.of(definitions, UserDefinition::id, user -> user);
        var ids = new HashSet<UUID>();
        for (var user : definitions) {
            if (!ids.add(user.id())) {
                throw new IllegalArgumentException("there are two users with the id " + user.id());
            }
        }
        var alike = new HashMap<Object, Standing>();
        this.standings = users.map(user -> {
            var standing = Standing.of(policy, user);
            var shared = alike.putIfAbsent(standing.key(), standing);
            return shared == null ? standing : shared;
        });
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

    /** The user with this id; nobody when there is none. */
    public Subject subject(UUID user) {
        var standing = standings.get(user);
        return standing == null ? nobody : new Subject(standing, users.get(user));
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
        return standing(user).decide(policy.rootAt(application), method, path, address, null);
    }

    /** Decides over a request of a user whose client's address is still text. */
    public Decision decide(UUID user, UUID application, String method, String path, String address) {
        return standing(user).decide(policy.rootAt(application), method, path, address, null);
    }

    private Standing standing(UUID user) {
        var standing = standings.get(user);
        return standing == null ? nobody.standing() : standing;
    }
}
