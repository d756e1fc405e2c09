package io.bailiwick.groups;

import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.model.GroupMode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GroupsApi {
    private final Groups groups;
    private final MergePatch patches;

    GroupsApi(Groups groups, MergePatch patches) {
        this.groups = groups;
        this.patches = patches;
    }

    /** @param members how many members the reader sees */
    record Answer(
            UUID id,
            String name,
            @OneOf(GroupMode.class) String mode,
            @OneOf(Action.class) List<String> defaultAccess,
            List<RuleForm> rules,
            long members,
            Instant createdAt,
            long version) {
        static Answer of(Group group, long members) {
            return new Answer(
                    group.id().value(),
                    group.name(),
                    group.mode().word(),
                    group.defaultAccess().words(),
                    group.rules().stream().map(GroupForm::of).toList(),
                    members,
                    group.createdAt(),
                    group.version());
        }
    }

    @GetMapping("/api/v1/groups")
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    Page<Answer> list(Actor actor, @RequestParam(defaultValue = "") String q, PageRequest page) {
        var found = groups.list(actor, q, page);
        var members =
                groups.members(actor, found.items().stream().map(Group::id).toList());
        return found.map(group -> Answer.of(group, members.getOrDefault(group.id(), 0L)));
    }

    @PostMapping("/api/v1/groups")
    @Guarded(area = PanelArea.GROUPS, action = Action.CREATE)
    ResponseEntity<Answer> create(Actor actor, @RequestBody GroupForm form) {
        var group = groups.get(actor, groups.create(actor, form));
        return ResponseEntity.created(URI.create("/api/v1/groups/" + group.id()))
                .eTag(Long.toString(group.version()))
                .body(Answer.of(group, 0));
    }

    @GetMapping("/api/v1/groups/{group}")
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    ResponseEntity<Answer> show(Actor actor, @PathVariable String group) {
        return answer(actor, groups.get(actor, GroupId.read(group)));
    }

    @PatchMapping("/api/v1/groups/{group}")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    ResponseEntity<Answer> edit(
            Actor actor,
            @PathVariable String group,
            IfMatch match,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestBody Patch<GroupForm> patch) {
        var id = GroupId.read(group);
        groups.edit(actor, id, match.version(), form -> patches.apply(form, patch, GroupForm.class), confirm);
        return answer(actor, groups.get(actor, id));
    }

    @DeleteMapping("/api/v1/groups/{group}")
    @Guarded(area = PanelArea.GROUPS, action = Action.DELETE)
    ResponseEntity<Void> delete(
            Actor actor,
            @PathVariable String group,
            IfMatch match,
            @RequestParam(required = false) @Nullable String moveMembersTo,
            @RequestParam(required = false) @Nullable String confirm) {
        groups.delete(actor, GroupId.read(group), match.version(), moveMembersTo, confirm);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Answer> answer(Actor actor, Group group) {
        var members = groups.members(actor, List.of(group.id())).getOrDefault(group.id(), 0L);
        return ResponseEntity.ok().eTag(Long.toString(group.version())).body(Answer.of(group, members));
    }
}
