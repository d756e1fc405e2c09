package io.bailiwick.groups;

import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.Area;
import io.bailiwick.areas.Areas;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the models of one group's pages. */
@Component
class GroupPages {
    private static final int MEMBERS = 8;

    private final Groups groups;
    private final Areas areas;
    private final GuardRails rails;
    private final Guard guard;
    private final Changes changes;
    private final Phrases phrases;

    GroupPages(Groups groups, Areas areas, GuardRails rails, Guard guard, Changes changes, Phrases phrases) {
        this.groups = groups;
        this.areas = areas;
        this.rails = rails;
        this.guard = guard;
        this.changes = changes;
        this.phrases = phrases;
    }

    String fresh(Actor actor, Model model, GroupDraft draft, Errors errors) {
        shared(actor, model, draft, errors);
        model.addAttribute("locked", locked(actor, Action.CREATE));
        return "groups/new";
    }

    String group(Actor actor, Model model, Group group, GroupDraft draft, String filter, Errors errors) {
        shared(actor, model, draft, errors);
        model.addAttribute("group", group);
        model.addAttribute("filter", filter);
        model.addAttribute("count", count(actor, group));
        model.addAttribute("members", groups.firstMembers(actor, group.id(), MEMBERS));
        model.addAttribute("locked", locked(actor, Action.UPDATE));
        model.addAttribute("untouchable", rails.untouchable(actor, group).orElse(null));
        model.addAttribute("mayDelete", locked(actor, Action.DELETE) == null);
        return "groups/group";
    }

    /** As typed, over what somebody else saved meanwhile. */
    String stale(
            Actor actor,
            Model model,
            HttpServletResponse response,
            Refusal.Stale stale,
            Group saved,
            GroupDraft draft,
            String filter) {
        var comparison = new GroupComparison(saved, draft, references(actor), phrases).fields();
        model.addAttribute("newer", changes.newer(actor, saved.id().value(), comparison));
        return group(actor, model, saved, draft, filter, Errors.refused(response, stale, "name"));
    }

    /** Each area's reference by its id. */
    Map<String, String> references(Actor actor) {
        return areas.all(actor.account()).stream()
                .collect(Collectors.toMap(area -> area.id().toString(), Area::reference));
    }

    /** Why the actor may not do that to any group, null when he may. */
    @Nullable
    String locked(Actor actor, Action action) {
        if (guard.reseller(actor) != null) {
            return phrases.text("groups.locked.reseller");
        }
        return guard.may(actor, PanelArea.GROUPS, action) ? null : phrases.text("groups.locked");
    }

    /** How many of its members the actor sees. */
    long count(Actor actor, Group group) {
        return groups.members(actor, List.of(group.id())).getOrDefault(group.id(), 0L);
    }

    private void shared(Actor actor, Model model, GroupDraft draft, Errors errors) {
        model.addAttribute("draft", draft);
        model.addAttribute("errors", errors);
        model.addAttribute("limited", !guard.isUnrestricted(actor));
        model.addAttribute(
                "areas",
                areas.all(actor.account()).stream()
                        .filter(Area::mayBeRuled)
                        .map(Area::reference)
                        .sorted(Comparator.comparing(name -> name.toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
