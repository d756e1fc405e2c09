package io.bailiwick.activity;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IssuesApi {
    private static final int MOST = 500;

    private final Issues issues;

    IssuesApi(Issues issues) {
        this.issues = issues;
    }

    record Answer(
            UUID id,
            UUID message,
            UUID job,
            String partner,
            String type,
            String endpoint,
            @OneOf(IssueState.class) String state,
            String reason,
            int failures,
            int comments,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            long version) {
        static Answer of(Issue issue) {
            return new Answer(
                    issue.id(),
                    issue.message(),
                    issue.job(),
                    issue.partner().key(),
                    issue.type(),
                    issue.endpoint(),
                    issue.state(),
                    issue.reason(),
                    issue.failures(),
                    issue.comments(),
                    issue.openedAt(),
                    issue.closedAt(),
                    issue.closedBy(),
                    issue.version());
        }
    }

    /** What is said. */
    record CommentForm(@Nullable String text) {}

    /** @param next the comment to ask on from, when there are more */
    record Comments(List<Comment> items, @Nullable UUID next) {}

    @GetMapping("/api/v1/issues")
    @Guarded(area = PanelArea.ISSUES, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String partner,
            @OneOf(IssueState.class) @RequestParam(defaultValue = "") String state,
            PageRequest page) {
        return issues.list(actor, message, partner, state, page).map(Answer::of);
    }

    @GetMapping("/api/v1/issues/{issue}")
    @Guarded(area = PanelArea.ISSUES, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String issue) {
        var found = issues.get(actor, issue);
        return ResponseEntity.ok().eTag(Long.toString(found.version())).body(Answer.of(found));
    }

    @PostMapping("/api/v1/issues/{issue}/close")
    @Guarded(area = PanelArea.ISSUES, action = Action.UPDATE)
    ResponseEntity<Answer> close(Actor actor, @PathVariable String issue, IfMatch match) {
        issues.close(actor, issue, match.version());
        return show(actor, issue);
    }

    @GetMapping("/api/v1/issues/{issue}/comments")
    @Guarded(area = PanelArea.ISSUES, action = Action.READ)
    Comments comments(Actor actor, @PathVariable String issue, @RequestParam(defaultValue = "") String after) {
        var from = Ids.read(after).orElse(null);
        if (!after.isEmpty() && from == null) {
            throw new Refusal.Malformed("`after` takes the id of a comment.");
        }
        var found = issues.comments(actor, issue, from, MOST);
        return new Comments(found, found.size() == MOST ? found.getLast().id() : null);
    }

    @PostMapping("/api/v1/issues/{issue}/comments")
    @Guarded(area = PanelArea.ISSUES, action = Action.CREATE)
    @ResponseStatus(HttpStatus.CREATED)
    Comment comment(Actor actor, @PathVariable String issue, @RequestBody CommentForm form) {
        return issues.comment(actor, issue, form.text());
    }
}
