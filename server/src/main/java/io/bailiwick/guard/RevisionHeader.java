package io.bailiwick.guard;

import io.bailiwick.kernel.Revision;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Names the newest revision in the answer of the request that made it. */
public final class RevisionHeader {
    private RevisionHeader() {}

    /** Puts the revision that a committed write made into the answer under way, if there is one. */
    public static void set(Revision revision) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null
                && !request.getResponse().isCommitted()) {
            request.getResponse().setHeader(GuardInterceptor.REVISION, revision.toString());
        }
    }
}
