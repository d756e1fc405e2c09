package io.bailiwick.security;

import io.bailiwick.conformance.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What the things of one world are called in the account: by their names with an ending, and by ids. */
final class HttpNames {
    private final String ending;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> emails = new HashMap<>();

    HttpNames(String ending) {
        this.ending = ending;
    }

    /** A key, or a name that must be unique. */
    String of(String name) {
        return name + ending;
    }

    /** The key of an application; the panel's own is there already. */
    String application(String key) {
        return key.equals(World.BUILT_IN) ? key : of(key);
    }

    /** The area's id in the world, as rules name it here. */
    String area(String id) {
        var slash = id.indexOf('/');
        return application(id.substring(0, slash)) + id.substring(slash);
    }

    /** A user's e-mail address. */
    String email(String user) {
        return emails.getOrDefault(user, user + ending + "@worlds.example");
    }

    /** Another address for a user. */
    void readdress(String user, String email) {
        emails.put(user, email);
    }

    /** Whether a thing of that name was made; the kind is what stands before its id in a path. */
    boolean has(String kind, String name) {
        return ids.containsKey(kind + " " + name);
    }

    String id(String kind, String name) {
        return Objects.requireNonNull(ids.get(kind + " " + name), () -> "no id of " + kind + " " + name);
    }

    void made(String kind, String name, String id) {
        ids.put(kind + " " + name, id);
    }

    void gone(String kind, String name) {
        ids.remove(kind + " " + name);
    }
}
