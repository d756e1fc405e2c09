package io.bailiwick.activity;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.Wire;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.sessions.RequestSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is new of an issue, as server-sent events; a request has a thread of its own, which waits cheaply. */
@RestController
class IssueEventsApi {
    private final IssueEvents events;
    private final RequestSessions sessions;

    IssueEventsApi(IssueEvents events, RequestSessions sessions) {
        this.events = events;
        this.sessions = sessions;
    }

    /** What there is at this moment: for whoever does not ask for a stream of events. */
    record Now(int comments, long version) {}

    @GetMapping("/api/v1/issues/{issue}/events")
    @Wire(gives = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Guarded(area = PanelArea.ISSUES, action = Action.READ)
    @Nullable
    Now events(Actor actor, HttpServletRequest request, HttpServletResponse response, @PathVariable String issue) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            var now = events.state(actor, issue);
            return new Now(now.comments(), now.version());
        }
        var session = sessions.require(request).id();
        events.listen(actor, session, issue, () -> sessions.requireOpen(request), state -> tell(response, state));
        return null;
    }

    private static void tell(HttpServletResponse response, IssueEvents.@Nullable State state) throws IOException {
        if (!response.isCommitted()) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            // nginx would keep what is said until there is more of it
            response.setHeader("X-Accel-Buffering", "no");
        }
        var text = state == null ? ":\n\n" : "event: said\ndata: " + state.comments() + "\n\n";
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
