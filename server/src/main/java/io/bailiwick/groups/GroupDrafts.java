package io.bailiwick.groups;

import io.bailiwick.areas.Areas;
import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.kernel.Actor;
import io.bailiwick.previews.Drafts;
import io.bailiwick.previews.Proposal;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Reads edits of a group that are not saved yet, from scripts and from the form on its page. */
@Component
class GroupDrafts implements Drafts {
    private final Groups groups;
    private final Areas areas;
    private final MergePatch patches;

    GroupDrafts(Groups groups, Areas areas, MergePatch patches) {
        this.groups = groups;
        this.areas = areas;
        this.patches = patches;
    }

    @Override
    public String kind() {
        return "group";
    }

    @Override
    public Proposal patched(Actor actor, String id, JsonNode patch) {
        var saved = groups.get(actor, GroupId.read(id));
        return becomes(actor, saved, patches.apply(GroupForm.of(saved), new Patch<>(patch), GroupForm.class));
    }

    @Override
    public Proposal typed(Actor actor, String id, MultiValueMap<String, String> form) {
        var saved = groups.get(actor, GroupId.read(id));
        return becomes(actor, saved, new MatrixPosted(form).draft().form(saved));
    }

    private Proposal becomes(Actor actor, Group saved, GroupForm form) {
        var after = new GroupReader(areas.all(actor.account())).read(saved, form);
        return new Proposal.GroupBecomes(saved.id().value(), after.rights());
    }
}
