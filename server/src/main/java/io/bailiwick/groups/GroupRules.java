package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.areas.Rules;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells areas of the rules that name them. */
@Component
class GroupRules implements Rules {
    private final GroupStore store;

    GroupRules(GroupStore store) {
        this.store = store;
    }

    @Override
    public List<Naming> naming(AccountId account, Collection<AreaId> areas) {
        var found = new ArrayList<Naming>();
        for (var group : store.naming(account, areas)) {
            var all = group.rules().stream()
                    .filter(rule -> areas.contains(rule.area()))
                    .count();
            group.rules().stream()
                    .map(Group.Rule::area)
                    .filter(areas::contains)
                    .distinct()
                    .map(area -> naming(group, area, all == group.rules().size()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    @Override
    public List<Change.Item> drop(Actor actor, Collection<AreaId> areas) {
        var items = new ArrayList<Change.Item>();
        for (var group : store.naming(actor.account(), areas)) {
            var after = new Group(
                    group.id(),
                    group.name(),
                    group.mode(),
                    group.defaultAccess(),
                    group.rules().stream()
                            .filter(rule -> !areas.contains(rule.area()))
                            .toList(),
                    group.createdAt(),
                    group.version());
            store.update(actor.account(), after);
            items.add(GroupChanges.item(group, after));
        }
        return List.copyOf(items);
    }

    private static Naming naming(Group group, AreaId area, boolean last) {
        var rules =
                group.rules().stream().filter(rule -> rule.area().equals(area)).count();
        return new Naming(area, group.id().value(), group.name(), (int) rules, last);
    }
}
