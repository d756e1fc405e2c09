package io.bailiwick.groups;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Creating a group with what suits a reseller: a button, and a call. */
@Controller
class DefaultResellerActions {
    private final DefaultReseller preset;
    private final Groups groups;

    DefaultResellerActions(DefaultReseller preset, Groups groups) {
        this.preset = preset;
        this.groups = groups;
    }

    record Named(@Nullable String name) {}

    @PostMapping("/groups/default-reseller")
    @Guarded(area = PanelArea.GROUPS, action = Action.CREATE)
    String create(Actor actor, Flash flash) {
        try {
            var id = preset.create(actor, null);
            flash.done("groups.reseller.created", groups.get(actor, id).name());
            return "redirect:/groups/" + id;
        } catch (Refusal.Beyond | Refusal.Conflict refused) {
            flash.failed("groups.reseller.refused", refused.detail());
            return "redirect:/groups";
        }
    }

    @PostMapping("/api/v1/groups/default-reseller")
    @Guarded(area = PanelArea.GROUPS, action = Action.CREATE)
    ResponseEntity<GroupsApi.Answer> create(Actor actor, @RequestBody Named named) {
        var group = groups.get(actor, preset.create(actor, named.name()));
        return ResponseEntity.created(URI.create("/api/v1/groups/" + group.id()))
                .eTag(Long.toString(group.version()))
                .body(GroupsApi.Answer.of(group, 0));
    }
}
