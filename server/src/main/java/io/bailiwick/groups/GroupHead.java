package io.bailiwick.groups;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every tab on the page of a group.
 *
 * @param members how many members the reader sees
 * @param tabs in order
 * @param tab the path of the one being shown
 * @param counts what stands beside a tab, by its path
 * @param locked why the reader may not change groups; null when he may
 * @param untouchable why the reader may change nothing of this group but its name; null when he may
 * @param mayDelete whether the reader may delete groups
 */
public record GroupHead(
        Group group,
        long members,
        List<GroupTab> tabs,
        String tab,
        Map<String, Long> counts,
        @Nullable String locked,
        @Nullable String untouchable,
        boolean mayDelete) {
    public GroupHead {
        tabs = List.copyOf(tabs);
        counts = Map.copyOf(counts);
    }

    /** The address of the group's page. */
    public String address() {
        return "/groups/" + group.id();
    }
}
