package io.bailiwick.conformance;

/** An implementation of the access model that has been given a world. */
public interface Judge {

    /** Decides. Never throws for anything that a request may hold. */
    Decision decide(Request request);

    /** What the implementation's explanation says was decided; the same as {@link #decide} where it has none. */
    default Decision explain(Request request) {
        return decide(request);
    }

    /**
     * Whether the user's effective access (areas × actions, whatever the status and the network) or data reaches beyond
     * the actor's: what a limited actor may neither give nor touch.
     */
    boolean exceeds(String user, String actor);
}
