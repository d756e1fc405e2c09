package io.bailiwick.decisions;

import io.bailiwick.engine.GroupAccess;
import io.bailiwick.kernel.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Tells how far groups reach, area by area, as decisions take them. */
@Service
public class GroupReaches {
    private final Policies policies;

    GroupReaches(Policies policies) {
        this.policies = policies;
    }

    /** What the group says of every area to which groups are asked, the panel's own first; nothing of one that is not there. */
    public List<GroupReach> of(Actor actor, UUID group) {
        return EngineGuard.known(() -> {
            var panel = policies.current(actor.account()).panel();
            return panel.policy().accessOfGroup(group).stream()
                    .filter(each -> !each.area().gate().isBuiltInOnly())
                    .sorted(Comparator.comparing(GroupAccess::area, panel.order()))
                    .map(each -> new GroupReach(
                            each.area().id(),
                            panel.applicationOf(each.area()),
                            panel.name(each.area().application()),
                            each.area().name(),
                            each.allowed(),
                            each.denied()))
                    .toList();
        });
    }
}
