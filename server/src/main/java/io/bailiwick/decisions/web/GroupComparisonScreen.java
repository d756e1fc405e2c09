package io.bailiwick.decisions.web;

import io.bailiwick.groups.Group;
import io.bailiwick.groups.GroupHeads;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.GroupTab;
import io.bailiwick.groups.Groups;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Option;
import io.bailiwick.ui.Phrases;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab "Compare" on the page of a group. */
@Controller
class GroupComparisonScreen {
    private static final String TAB = "/compare";

    private final Groups groups;
    private final GroupHeads heads;
    private final Comparisons comparisons;
    private final Phrases phrases;

    GroupComparisonScreen(Groups groups, GroupHeads heads, Comparisons comparisons, Phrases phrases) {
        this.groups = groups;
        this.heads = heads;
        this.comparisons = comparisons;
        this.phrases = phrases;
    }

    @Bean
    static GroupTab compareGroupsTab() {
        return new GroupTab(50, "compare.tab", TAB);
    }

    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    @GetMapping("/groups/{id}/compare")
    String show(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        var one = get(actor, id);
        model.addAttribute("head", heads.of(actor, one, TAB));
        var found = Comparisons.fill(
                model,
                with,
                all,
                () -> comparisons.of(actor, one, get(actor, with), all),
                phrases.text("compare.group.missing"));
        var chosen = found.map(Comparison::other)
                .map(other -> List.of(Option.of(other.id().toString(), other.name())))
                .orElse(List.of());
        model.addAttribute("offered", matching(actor, one, "").with(chosen));
        return "decisions/compare-groups";
    }

    /** Others whose name holds the words. */
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    @GetMapping("/groups/{id}/compare/options")
    String options(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("offered", matching(actor, get(actor, id), q));
        return Offered.VIEW;
    }

    private Offered matching(Actor actor, Group one, String q) {
        return Offered.of(groups.list(actor, q, Offered.REQUEST), GroupComparisonScreen::option)
                .without(one.id().toString());
    }

    private Group get(Actor actor, String id) {
        return groups.get(actor, GroupId.read(id.strip()));
    }

    private static Option option(Group group) {
        return Option.of(group.id().toString(), group.name());
    }
}
