package io.bailiwick.guard;

import io.bailiwick.kernel.Revision;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Names the newest revision in the answer of the request that made it. */
public final class RevisionHeader {
    /** The revision that a request was judged by; after a write, the one that it made. */
    public static final String NAME = "Bailiwick-Revision";

    private RevisionHeader() {}

    /** Puts the revision that a committed write made into the answer under way, if there is one. */
    public static void set(Revision revision) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null
                && !request.getResponse().isCommitted()) {
            request.getResponse().setHeader(NAME, revision.toString());
        }
    }
}
