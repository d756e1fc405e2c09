package io.bailiwick.signin;

import java.util.List;

/** The first Administrator cannot be made from the environment. */
final class InvalidAdministrator extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param faults a sentence for each setting that is wrong */
    InvalidAdministrator(List<String> faults) {
        super(String.join(" ", faults));
    }
}
