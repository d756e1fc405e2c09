package io.bailiwick.benchmarks;

import io.bailiwick.model.Action;
import io.bailiwick.model.IpAddress;
import java.util.UUID;

/**
 * A request to be decided, in every form that somebody needs.
 *
 * @param user the user's number
 * @param id the user's id
 * @param method the HTTP method
 * @param action its action
 * @param path the path
 * @param address the client's address
 * @param addressText the same as text
 */
public record Question(
        int user, UUID id, String method, Action action, String path, IpAddress address, String addressText) {}
