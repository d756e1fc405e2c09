package io.bailiwick.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A question: may this user do this?
 *
 * @param user the user's name; {@code null} is somebody without a session
 * @param application whose back end is asked
 * @param method as on the wire
 * @param path as on the wire, with its query if any
 * @param address the client's, as text; {@code null} means that the network gate is not to be judged
 * @param partner whose data is concerned; {@code null} when it is not one partner's
 */
public record Request(
        @Nullable String user,
        String application,
        String method,
        String path,
        @Nullable String address,
        @Nullable String partner) {

    /** The same with another method. */
    public Request withMethod(String method) {
        return new Request(user, application, method, path, address, partner);
    }

    /** The same on another path. */
    public Request withPath(String path) {
        return new Request(user, application, method, path, address, partner);
    }

    /** The same about another partner's data, or nobody's. */
    public Request withPartner(@Nullable String partner) {
        return new Request(user, application, method, path, address, partner);
    }

    /** The same from another address, or with the network gate left out. */
    public Request withAddress(@Nullable String address) {
        return new Request(user, application, method, path, address, partner);
    }
}
