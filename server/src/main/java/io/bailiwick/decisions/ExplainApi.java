package io.bailiwick.decisions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Proposal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Explains a decision to a script: every gate with what it looked at. */
@RestController
class ExplainApi {
    private final Explanations explanations;
    private final Proposals proposals;

    ExplainApi(Explanations explanations, Proposals proposals) {
        this.explanations = explanations;
        this.proposals = proposals;
    }

    @GetMapping("/api/v1/explain")
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    Explained explain(
            Actor actor,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String application) {
        return explanations.explain(actor, new Question(user, method, path, address, partner, application));
    }

    /**
     * A question, with edits that are not saved; what is left out is as for the query.
     *
     * @param draft what would be saved before
     */
    record Asked(
            @Nullable String user,
            @Nullable String method,
            @Nullable String path,
            @Nullable String address,
            @Nullable String partner,
            @Nullable String application,
            @Nullable Draft draft) {
        Question question() {
            return new Question(text(user), text(method), text(path), text(address), text(partner), text(application));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /**
     * Edits that are not saved.
     *
     * @param group `id` and the fields of `PATCH /groups/{id}`
     * @param user the fields of `PATCH /users/{id}` for the user who is asked about
     */
    record Draft(@Nullable ObjectNode group, @Nullable ObjectNode user) {}

    /** Nothing is saved: it only reads. */
    @PostMapping("/api/v1/explain")
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    Explained explain(Actor actor, @RequestBody Asked asked) {
        var question = asked.question();
        return explanations.explain(actor, question, drafts(actor, question, asked.draft()));
    }

    private List<Proposal> drafts(Actor actor, Question question, @Nullable Draft draft) {
        var found = new ArrayList<Proposal>();
        if (draft != null && draft.group() != null) {
            var patch = draft.group().deepCopy();
            found.add(proposals.patched(actor, "group", id(patch.remove("id")), patch));
        }
        if (draft != null && draft.user() != null) {
            var user = explanations.user(actor, question.user()).toString();
            found.add(proposals.patched(actor, "user", user, draft.user()));
        }
        return found;
    }

    private static String id(@Nullable JsonNode id) {
        if (id == null || !id.isString()) {
            throw new Refusal.Invalid("draft.group.id", "Name the group by its id.");
        }
        return id.asString();
    }
}
