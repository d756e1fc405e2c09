package io.bailiwick.guard;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;

/** Reads the revision that a request must not be judged by less than. */
public final class AtLeast {
    private static final String HEADER = "Bailiwick-At-Least";

    private AtLeast() {}

    /**
     * The revision that the request names, or empty.
     *
     * @throws Refusal.Malformed when it names none that can be read, or more than one
     */
    public static Optional<Revision> of(HttpServletRequest request) {
        var named = Collections.list(request.getHeaders(HEADER));
        if (named.size() > 1) {
            throw new Refusal.Malformed("`" + HEADER + "` comes more than once.");
        }
        return named.stream().findFirst().map(AtLeast::revision);
    }

    private static Revision revision(String text) {
        try {
            return new Revision(Long.parseLong(text.strip()));
        } catch (NumberFormatException notANumber) {
            throw new Refusal.Malformed(
                    "`" + HEADER + "` takes a revision, as `" + RevisionHeader.NAME + "` names it.");
        }
    }
}
