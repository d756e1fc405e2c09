package io.bailiwick.groups;

import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.Area;
import io.bailiwick.areas.Areas;
import io.bailiwick.guard.Guard;
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
    private final Groups groups;
    private final Areas areas;
    private final GroupHeads heads;
    private final GroupWords words;
    private final Guard guard;
    private final Changes changes;
    private final Phrases phrases;

    GroupPages(
            Groups groups,
            Areas areas,
            GroupHeads heads,
            GroupWords words,
            Guard guard,
            Changes changes,
            Phrases phrases) {
        this.groups = groups;
        this.areas = areas;
        this.heads = heads;
        this.words = words;
        this.guard = guard;
        this.changes = changes;
        this.phrases = phrases;
    }

    String fresh(Actor actor, Model model, GroupDraft draft, Errors errors) {
        shared(actor, model, draft, errors);
        model.addAttribute("locked", locked(actor, Action.CREATE));
        return "groups/new";
    }

    /** The tab "Rules". */
    String group(Actor actor, Model model, Group group, GroupDraft draft, String filter, Errors errors) {
        shared(actor, model, draft, errors);
        model.addAttribute("head", heads.of(actor, group, GroupHeads.RULES));
        model.addAttribute("filter", filter);
        return "groups/rules";
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
        var references = words.references(actor.account());
        var comparison = new GroupComparison(saved, draft, references, phrases).fields();
        model.addAttribute("newer", changes.newer(actor, saved.id().value(), comparison));
        return group(actor, model, saved, draft, filter, Errors.refused(response, stale, "name"));
    }

    /** Each area's reference by its id. */
    Map<String, String> references(Actor actor) {
        return words.references(actor.account());
    }

    /** Why the actor may not do that to any group, null when he may. */
    @Nullable
    String locked(Actor actor, Action action) {
        return heads.locked(actor, action);
    }

    /** How many of its members the actor sees. */
    long count(Actor actor, Group group) {
        return groups.members(actor, List.of(group.id())).getOrDefault(group.id(), 0L);
    }

    private void shared(Actor actor, Model model, GroupDraft draft, Errors errors) {
        model.addAttribute("draft", draft);
        model.addAttribute("errors", errors);
        model.addAttribute("limited", !guard.isUnrestricted(actor));
        var all = areas.all(actor.account());
        model.addAttribute("paths", all.stream().collect(Collectors.toMap(Area::reference, MatrixDrawing::path)));
        model.addAttribute(
                "areas",
                all.stream()
                        .filter(Area::mayBeRuled)
                        .map(Area::reference)
                        .sorted(Comparator.comparing(name -> name.toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
