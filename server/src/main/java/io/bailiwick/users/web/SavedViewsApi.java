package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.http.Wire;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.users.SavedView;
import io.bailiwick.users.SavedViewForm;
import io.bailiwick.users.SavedViews;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One's own saved views, for scripts: whoever may read users may keep some. */
@RestController
class SavedViewsApi {
    private final SavedViews views;
    private final MergePatch patches;

    SavedViewsApi(SavedViews views, MergePatch patches) {
        this.views = views;
        this.patches = patches;
    }

    /** All of them: there are never more than {@link SavedViews#MOST}. */
    record ViewList(List<SavedView> items, int total) {}

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/api/v1/users/views")
    ViewList list(Actor actor) {
        var items = views.of(actor);
        return new ViewList(items, items.size());
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PostMapping("/api/v1/users/views")
    @Wire(statuses = 201)
    ResponseEntity<SavedView> keep(Actor actor, @RequestBody SavedViewForm form) {
        var view = views.keep(actor, form);
        return ResponseEntity.created(URI.create("/api/v1/users/views/" + view.id()))
                .body(view);
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PatchMapping("/api/v1/users/views/{view}")
    SavedView change(Actor actor, @PathVariable String view, @RequestBody Patch<SavedViewForm> patch) {
        var now = views.get(actor, view);
        var form = new SavedViewForm(now.name(), now.q(), now.sort());
        return views.change(actor, view, patches.apply(form, patch, SavedViewForm.class));
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @DeleteMapping("/api/v1/users/views/{view}")
    ResponseEntity<Void> delete(Actor actor, @PathVariable String view) {
        views.delete(actor, view);
        return ResponseEntity.noContent().build();
    }
}
