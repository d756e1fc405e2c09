package io.bailiwick.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class JobsApi {
    private final Jobs jobs;

    JobsApi(Jobs jobs) {
        this.jobs = jobs;
    }

    /** @param tookMillis from its first try to its end, in milliseconds */
    record Answer(
            UUID id,
            UUID message,
            String partner,
            String type,
            String endpoint,
            @OneOf(JobState.class) String state,
            int attempts,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable String requestedBy,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long tookMillis) {
        static Answer of(Job job) {
            var took = job.took();
            return new Answer(
                    job.id(),
                    job.message(),
                    job.partner().key(),
                    job.type(),
                    job.endpoint(),
                    job.state().word(),
                    job.attempts(),
                    job.status(),
                    job.reason(),
                    job.requestedBy(),
                    job.createdAt(),
                    job.startedAt(),
                    job.finishedAt(),
                    took == null ? null : took.toMillis());
        }
    }

    /** A job with its tries. */
    record Whole(@JsonUnwrapped Answer job, List<MessagesApi.Try> tries) {}

    @GetMapping("/api/v1/jobs")
    @Guarded(area = PanelArea.JOBS, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String partner,
            @OneOf(JobState.class) @RequestParam(defaultValue = "") String state,
            PageRequest page) {
        return jobs.list(actor, message, partner, state.isEmpty() ? null : JobState.of(state), page)
                .map(Answer::of);
    }

    @GetMapping("/api/v1/jobs/{job}")
    @Guarded(area = PanelArea.JOBS, action = Action.READ)
    Whole show(Actor actor, @PathVariable String job) {
        return new Whole(
                Answer.of(jobs.get(actor, job)),
                jobs.attempts(actor, job).stream().map(MessagesApi.Try::of).toList());
    }
}
