package io.bailiwick.benchmarks;

/** Somebody who answers questions about a world. */
@FunctionalInterface
interface Peer {

    /** Whether the request is allowed. */
    boolean allows(Question question);
}
