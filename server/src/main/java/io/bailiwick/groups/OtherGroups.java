package io.bailiwick.groups;

import io.bailiwick.kernel.Actor;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** In which other groups the members of a group are. */
@Component
class OtherGroups {
    private final Members members;
    private final GroupStore store;

    OtherGroups(Members members, GroupStore store) {
        this.members = members;
        this.store = store;
    }

    /** Those with the most of them first. */
    List<OtherGroup> of(Actor actor, Group group) {
        var counts = members.others(actor, group.id());
        return store.find(actor.account(), counts.keySet()).stream()
                .map(other -> new OtherGroup(other.id(), other.name(), counts.getOrDefault(other.id(), 0L)))
                .sorted(Comparator.comparing(OtherGroup::members).reversed())
                .toList();
    }
}
