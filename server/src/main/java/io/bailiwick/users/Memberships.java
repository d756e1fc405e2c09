package io.bailiwick.users;

import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Members;
import io.bailiwick.guard.Entitlement;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.UserId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells groups who is in them. */
@Component
class Memberships implements Members {
    private final MembershipStore store;
    private final Guard guard;

    Memberships(MembershipStore store, Guard guard) {
        this.store = store;
        this.guard = guard;
    }

    @Override
    public Map<GroupId, Long> counts(Actor actor, Collection<GroupId> groups) {
        return store.counts(actor.account(), groups, guard.reseller(actor));
    }

    @Override
    public List<Member> first(Actor actor, GroupId group, int limit) {
        return store.first(actor.account(), group, guard.reseller(actor), limit);
    }

    @Override
    public Map<GroupId, Long> others(Actor actor, GroupId group) {
        return store.others(actor.account(), group, guard.reseller(actor));
    }

    @Override
    public boolean isIn(AccountId account, UserId user, GroupId group) {
        return store.isIn(account, user, group);
    }

    @Override
    public Collection<Entitlement> entitlements(AccountId account, GroupId group) {
        return store.entitlements(account, group);
    }

    @Override
    public Alone alone(AccountId account, GroupId group, int limit) {
        var alone = store.alone(account, group);
        return new Alone(alone.total(), alone.withReseller(), store.firstAlone(account, group, limit));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Change.Item> move(Actor actor, GroupId from, @Nullable GroupId to) {
        var account = actor.account();
        var members = store.members(account, from);
        var before = store.placed(account, members);
        store.empty(account, from);
        if (to != null) {
            store.add(account, members, to);
        }
        store.touch(account, members);
        var after = store.placed(account, members).stream()
                .collect(Collectors.toMap(MembershipStore.Placed::id, Function.identity()));
        var items = new ArrayList<Change.Item>();
        for (var member : before) {
            var now = after.getOrDefault(member.id(), member);
            items.add(new Change.Item(
                    "user",
                    member.id().value(),
                    member.email(),
                    Map.of("groups", member.groups()),
                    Map.of("groups", now.groups())));
        }
        return items;
    }
}
