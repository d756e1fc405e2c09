package io.bailiwick.users.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.previews.EffectAnswer;
import io.bailiwick.users.Chosen;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Foresight;
import io.bailiwick.users.Selections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many users at once, for scripts. */
@RestController
class BulkApi {
    private final Selections selections;

    BulkApi(Selections selections) {
        this.selections = selections;
    }

    /**
     * What was done, or would be.
     *
     * @param difference who would gain and who would lose what
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outcome(
            @Nullable String version,
            int selected,
            @Nullable Integer changed,
            @Nullable Integer deleted,
            @Nullable Integer changing,
            List<LeftView> refused,
            List<LeftView> unchanged,
            Foresight.@Nullable Effects effects,
            @Nullable EffectAnswer difference) {}

    /** A user that was left as it was. */
    record LeftView(UUID id, String email, String reason) {}

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/api/v1/users/selection")
    Chosen selection(Actor actor, @RequestParam(defaultValue = "") String q) {
        return selections.choose(actor, q);
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/api/v1/users/bulk")
    Outcome change(
            Actor actor,
            @RequestBody BulkForm form,
            PageRequest page,
            @RequestParam(required = false) @Nullable String confirm) {
        if (form.isPreview()) {
            return foreseen(selections.foresee(actor, form.selection(), form.deed(), page));
        }
        var done = selections.carryOut(actor, form.selection(), form.deed(), form.goesOn(), confirm);
        return new Outcome(
                null,
                done.selected(),
                done.changed(),
                null,
                null,
                views(done.refused()),
                views(done.settled()),
                null,
                null);
    }

    @Guarded(area = PanelArea.USERS, action = Action.DELETE)
    @PostMapping("/api/v1/users/delete")
    Outcome delete(Actor actor, @RequestBody BulkForm form, PageRequest page) {
        if (form.isPreview()) {
            return foreseen(selections.foresee(actor, form.selection(), new Deed.Delete(), page));
        }
        var done = selections.carryOut(actor, form.selection(), new Deed.Delete(), form.goesOn(), null);
        return new Outcome(
                null,
                done.selected(),
                null,
                done.changed(),
                null,
                views(done.refused()),
                views(done.settled()),
                null,
                null);
    }

    private static Outcome foreseen(Foresight foresight) {
        return new Outcome(
                foresight.version(),
                foresight.selected(),
                null,
                null,
                foresight.changing(),
                views(foresight.refused()),
                views(foresight.settled()),
                foresight.effects(),
                EffectAnswer.of(foresight.effect()));
    }

    private static List<LeftView> views(List<Foresight.Left> left) {
        return left.stream()
                .map(each -> new LeftView(each.id().value(), each.email(), each.reason()))
                .toList();
    }
}
