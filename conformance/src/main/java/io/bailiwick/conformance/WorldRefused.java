package io.bailiwick.conformance;

import java.io.Serial;

/** The world holds something that the access model does not let anyone save; the message says what. */
public final class WorldRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** For that reason. */
    public WorldRefused(String reason) {
        super(reason);
    }
}
