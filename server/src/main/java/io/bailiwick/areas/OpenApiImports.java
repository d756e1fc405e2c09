package io.bailiwick.areas;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Makes an application's areas of its OpenAPI 3 document, one per tag, and brings them up to date by a later one. Either
 * the whole document takes effect or nothing of it.
 */
@Service
public class OpenApiImports {
    private final ImportWriter writer;
    private final Applications applications;
    private final Guard guard;

    OpenApiImports(ImportWriter writer, Applications applications, Guard guard) {
        this.writer = writer;
        this.applications = applications;
        this.guard = guard;
    }

    /**
     * What a document would make of the areas; nothing changes.
     *
     * @param document JSON or YAML in UTF-8, at most 20 MB
     * @param all whether paths that no area covers are placed, although a document was taken over before
     * @throws Refusal.Invalid when it cannot be taken, with a fault for each path that cannot
     */
    public ImportReport preview(Actor actor, ApplicationId application, byte[] document, boolean all) {
        requireOwn(actor, application);
        return writer.preview(actor, application, OpenApiReader.read(document), all)
                .report();
    }

    /**
     * Takes a document over.
     *
     * @param document JSON or YAML in UTF-8, at most 20 MB
     * @param all whether paths that no area covers are placed, although a document was taken over before
     * @param expected the application's version that was looked at, or null
     * @param confirm the token of an earlier {@link Refusal.Unconfirmed}, or null
     * @return what was done
     */
    public ImportReport apply(
            Actor actor,
            ApplicationId application,
            byte[] document,
            boolean all,
            @Nullable Long expected,
            @Nullable String confirm) {
        requireOwn(actor, application);
        return writer.apply(actor, application, OpenApiReader.read(document), all, expected, confirm);
    }

    /** Reads a document and keeps what counts of it for an hour, to be looked at before it takes effect. */
    UUID draft(Actor actor, ApplicationId application, byte[] document) {
        requireOwn(actor, application);
        var outline = OpenApiReader.read(document);
        // Asked for its refusals: what can never take effect is not worth keeping.
        writer.preview(actor, application, outline, true);
        return writer.keep(actor, application, outline);
    }

    /** What a kept document would make of the areas now. */
    Preview preview(Actor actor, ApplicationId application, UUID draft, boolean all) {
        requireOwn(actor, application);
        return writer.preview(actor, application, writer.draft(actor, application, draft), all);
    }

    /** Takes a kept document over. */
    ImportReport apply(Actor actor, ApplicationId application, UUID draft, boolean all, @Nullable String confirm) {
        requireOwn(actor, application);
        return writer.apply(actor, application, writer.draft(actor, application, draft), all, null, confirm);
    }

    /**
     * What an import would do.
     *
     * @param confirm the token that lets through what moves, goes or opens, or null when nothing does
     */
    record Preview(ImportReport report, @Nullable String confirm) {}

    private void requireOwn(Actor actor, ApplicationId id) {
        var application = applications.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("application"));
        Structure.require(guard, actor);
        if (application.builtin()) {
            throw Refusal.Conflict.rail("The areas of the panel itself come from its code, not from a document.");
        }
    }
}
