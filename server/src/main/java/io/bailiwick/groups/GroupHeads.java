package io.bailiwick.groups;

import io.bailiwick.accounts.History;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Phrases;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/** Makes what stands above every tab on the page of a group, for whichever module draws the tab. */
@Service
public class GroupHeads {
    static final String RULES = "/rules";
    static final String HISTORY = "/history";

    /** Where the members are shown, by whoever owns the membership. */
    public static final String MEMBERS = "/members";

    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Members members;
    private final GuardRails rails;
    private final Guard guard;
    private final History history;
    private final Phrases phrases;
    private final List<GroupTab> tabs;

    GroupHeads(
            Members members,
            GuardRails rails,
            Guard guard,
            History history,
            Phrases phrases,
            ObjectProvider<GroupTab> tabs) {
        this.members = members;
        this.rails = rails;
        this.guard = guard;
        this.history = history;
        this.phrases = phrases;
        this.tabs = tabs.stream().sorted(Comparator.comparing(GroupTab::order)).toList();
    }

    /**
     * The head of the group's page.
     *
     * @param tab the path of the tab being shown
     */
    public GroupHead of(Actor actor, Group group, String tab) {
        var count = members.counts(actor, List.of(group.id())).getOrDefault(group.id(), 0L);
        var past = history.of(actor, "group", group.id().value(), ONE).total();
        return new GroupHead(
                group,
                count,
                tabs,
                tab,
                Map.of(RULES, (long) group.rules().size(), MEMBERS, count, HISTORY, past),
                locked(actor, Action.UPDATE),
                rails.untouchable(actor, group).orElse(null),
                locked(actor, Action.DELETE) == null);
    }

    /** Why the actor may not do that to any group, null when he may. */
    @Nullable
    String locked(Actor actor, Action action) {
        if (guard.reseller(actor) != null) {
            return phrases.text("groups.locked.reseller");
        }
        return guard.may(actor, PanelArea.GROUPS, action) ? null : phrases.text("groups.locked");
    }

    @Configuration(proxyBeanMethods = false)
    static class Tabs {
        @Bean
        GroupTab groupPermissionsTab() {
            return new GroupTab(10, "groups.tab.permissions", "");
        }

        @Bean
        GroupTab groupRulesTab() {
            return new GroupTab(20, "groups.rules", RULES);
        }

        @Bean
        GroupTab groupHistoryTab() {
            return new GroupTab(40, "groups.tab.history", HISTORY);
        }
    }
}
