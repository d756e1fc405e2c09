package io.bailiwick.decisions.web;

import io.bailiwick.decisions.UserAccesses;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.users.Users;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two users, or two groups, side by side, for scripts. Only what differs, unless all is asked for. */
@RestController
class ComparisonApi {
    private final Users users;
    private final UserAccesses accesses;
    private final Groups groups;
    private final Comparisons comparisons;

    ComparisonApi(Users users, UserAccesses accesses, Groups groups, Comparisons comparisons) {
        this.users = users;
        this.accesses = accesses;
        this.groups = groups;
        this.comparisons = comparisons;
    }

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/api/v1/users/{id}/compare")
    Comparison users(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "false") boolean all) {
        var one = users.get(actor, UserId.read(id));
        if (with.isBlank()) {
            throw new Refusal.Invalid("with", "Name the other user by e-mail address or id.");
        }
        var other = users.get(actor, accesses.named(actor, with));
        return comparisons.of(actor, one, other, all);
    }

    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    @GetMapping("/api/v1/groups/{id}/compare")
    Comparison groups(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "false") boolean all) {
        var one = groups.get(actor, GroupId.read(id));
        if (with.isBlank()) {
            throw new Refusal.Invalid("with", "Name the other group by its id.");
        }
        return comparisons.of(actor, one, groups.get(actor, GroupId.read(with.strip())), all);
    }
}
