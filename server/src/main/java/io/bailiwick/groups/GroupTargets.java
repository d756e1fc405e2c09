package io.bailiwick.groups;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.ui.Offered;
import io.bailiwick.ui.Option;
import io.bailiwick.ui.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the members of a group may go when it is deleted; what the actor may not give them is locked, with the reason. */
@Component
class GroupTargets {
    private final Groups groups;
    private final GuardRails rails;
    private final Phrases phrases;

    GroupTargets(Groups groups, GuardRails rails, Phrases phrases) {
        this.groups = groups;
        this.rails = rails;
        this.phrases = phrases;
    }

    /** No group, the one that is chosen, and the first others. */
    Offered offered(Actor actor, Group group, String chosen) {
        var found = groups.find(actor, id(chosen)).stream()
                .map(other -> judged(actor, group, option(other)))
                .toList();
        var others = matching(actor, group, "").with(found);
        var all = new ArrayList<Option>();
        all.add(judged(actor, group, Option.of(Groups.NOWHERE, phrases.text("groups.delete.nowhere"))));
        all.addAll(others.options());
        return new Offered(all, others.total() + 1);
    }

    /** The first other groups whose name holds the words. */
    Offered matching(Actor actor, Group group, String q) {
        var found = Offered.of(groups.list(actor, q, Offered.REQUEST), GroupTargets::option)
                .without(group.id().toString());
        return new Offered(
                found.options().stream()
                        .map(option -> judged(actor, group, option))
                        .toList(),
                found.total());
    }

    private Option judged(Actor actor, Group group, Option option) {
        var to = id(option.value()).stream().findFirst().orElse(null);
        return rails.whyNotMove(actor, group.id(), to)
                .map(option::lockedBecause)
                .orElse(option);
    }

    private static Option option(Group group) {
        return Option.of(group.id().toString(), group.name());
    }

    private static List<GroupId> id(String text) {
        return Ids.read(text).map(GroupId::new).stream().toList();
    }
}
