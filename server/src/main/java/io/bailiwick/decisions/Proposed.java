package io.bailiwick.decisions;

import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.GroupDefinition;
import io.bailiwick.engine.InvalidPolicy;
import io.bailiwick.engine.PartnerDefinition;
import io.bailiwick.engine.PatternDefinition;
import io.bailiwick.engine.Policy;
import io.bailiwick.engine.PolicyDefinition;
import io.bailiwick.engine.RuleDefinition;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.UserStatus;
import io.bailiwick.previews.Proposal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account as it would be: its panel and each of its users under a {@link Proposal}.
 *
 * @param now the panel as it is
 * @param then the panel as it would be; the same one when only a user changes
 */
record Proposed(Panel now, Panel then, Proposal proposal) {

    /** @throws Refusal.Conflict when the proposal does not fit the account any more */
    static Proposed of(Panel now, Proposal proposal) {
        try {
            return new Proposed(now, then(now, proposal), proposal);
        } catch (InvalidPolicy overtaken) {
            throw new Refusal.Conflict("Somebody else changed what this builds on. Look at it as it is now.");
        }
    }

    /** The user as he would be. */
    UserDefinition then(UserDefinition user) {
        return switch (proposal) {
            case Proposal.GroupGoes goes -> user.groups().contains(goes.group()) ? moved(user, goes) : user;
            case Proposal.UserBecomes becomes -> becomes.user().equals(user.id()) ? changed(becomes) : user;
            case Proposal.UsersBecome all -> {
                var becomes = all.users().get(user.id());
                yield becomes == null ? user : changed(becomes);
            }
            case Proposal.UsersGo goes -> goes.users().contains(user.id()) ? gone(user) : user;
            case Proposal.GroupBecomes becomes -> user;
            case Proposal.AreaBecomes becomes -> user;
            case Proposal.AreaGoes goes -> user;
            case Proposal.ApplicationGoes goes -> user;
            case Proposal.PartnerBecomes becomes -> user;
            case Proposal.ResellerBecomes becomes -> user;
        };
    }

    /** The policy with a group as it would be; the same policy when there is no group. */
    static Policy policy(Policy policy, UUID group, @Nullable GroupRights rights) {
        return rights == null ? policy : Policy.of(with(policy.definition(), group, rights));
    }

    private static Panel then(Panel now, Proposal proposal) {
        var definition = now.policy().definition();
        return switch (proposal) {
            case Proposal.UserBecomes becomes -> now;
            case Proposal.UsersBecome all -> now;
            case Proposal.UsersGo goes -> now;
            case Proposal.GroupBecomes becomes ->
                now.policy().group(becomes.group()).isEmpty()
                        ? now
                        : now.with(Policy.of(with(definition, becomes.group(), becomes.rights())));
            case Proposal.GroupGoes goes -> now.with(Policy.of(without(definition, goes.group())));
            case Proposal.AreaBecomes becomes -> now.with(Policy.of(with(definition, becomes)));
            case Proposal.AreaGoes goes ->
                now.with(Policy.of(withoutAreas(definition, area -> area.id().equals(goes.area()))));
            case Proposal.ApplicationGoes goes ->
                now.with(Policy.of(
                        withoutAreas(definition, area -> area.application().equals(goes.application()))));
            case Proposal.PartnerBecomes becomes -> now.with(Policy.of(with(definition, becomes)));
            case Proposal.ResellerBecomes becomes -> now.with(Policy.of(with(definition, becomes)));
        };
    }

    private static PolicyDefinition with(PolicyDefinition policy, UUID id, GroupRights rights) {
        var rules = rights.rules().stream()
                .map(rule -> new RuleDefinition(rule.area(), rule.access(), rule.effect()))
                .toList();
        var name = policy.groups().stream()
                .filter(group -> group.id().equals(id))
                .map(GroupDefinition::name)
                .findFirst()
                .orElse("new");
        var group = new GroupDefinition(id, name, rights.mode(), rights.defaultAccess(), rules);
        return new PolicyDefinition(
                policy.revision(),
                policy.applications(),
                policy.areas(),
                put(policy.groups(), GroupDefinition::id, group),
                policy.partners());
    }

    private static PolicyDefinition without(PolicyDefinition policy, UUID id) {
        var groups =
                policy.groups().stream().filter(group -> !group.id().equals(id)).toList();
        return new PolicyDefinition(
                policy.revision(), policy.applications(), policy.areas(), groups, policy.partners());
    }

    private static PolicyDefinition with(PolicyDefinition policy, Proposal.AreaBecomes becomes) {
        var patterns = becomes.paths().stream()
                .map(path -> new PatternDefinition(path.pattern(), path.actions()))
                .toList();
        var area = new AreaDefinition(becomes.area(), becomes.application(), becomes.name(), becomes.gate(), patterns);
        return new PolicyDefinition(
                policy.revision(),
                policy.applications(),
                put(policy.areas(), AreaDefinition::id, area),
                policy.groups(),
                policy.partners());
    }

    /** Rules that name the areas go along. */
    private static PolicyDefinition withoutAreas(PolicyDefinition policy, Predicate<AreaDefinition> going) {
        var gone = policy.areas().stream().filter(going).map(AreaDefinition::id).collect(Collectors.toSet());
        UnaryOperator<GroupDefinition> dropped = group -> new GroupDefinition(
                group.id(),
                group.name(),
                group.mode(),
                group.defaultAccess(),
                group.rules().stream()
                        .filter(rule -> !gone.contains(rule.area()))
                        .toList());
        return new PolicyDefinition(
                policy.revision(),
                policy.applications(),
                policy.areas().stream().filter(going.negate()).toList(),
                policy.groups().stream().map(dropped).toList(),
                policy.partners());
    }

    private static PolicyDefinition with(PolicyDefinition policy, Proposal.PartnerBecomes becomes) {
        return partners(
                policy,
                partner -> partner.id().equals(becomes.partner())
                        ? new PartnerDefinition(partner.id(), partner.key(), becomes.reseller(), becomes.active())
                        : partner);
    }

    private static PolicyDefinition with(PolicyDefinition policy, Proposal.ResellerBecomes becomes) {
        var on = Set.copyOf(becomes.on());
        return partners(
                policy,
                partner -> becomes.reseller().equals(partner.reseller())
                        ? new PartnerDefinition(
                                partner.id(), partner.key(), becomes.reseller(), on.contains(partner.id()))
                        : partner);
    }

    private static PolicyDefinition partners(PolicyDefinition policy, UnaryOperator<PartnerDefinition> made) {
        return new PolicyDefinition(
                policy.revision(),
                policy.applications(),
                policy.areas(),
                policy.groups(),
                policy.partners().stream().map(made).toList());
    }

    /** The list with this one in the place of the one with its id, or at its end. */
    private static <T> List<T> put(List<T> all, Function<T, UUID> id, T one) {
        var list = new ArrayList<>(all);
        for (int place = 0; place < list.size(); place++) {
            if (id.apply(list.get(place)).equals(id.apply(one))) {
                list.set(place, one);
                return list;
            }
        }
        list.add(one);
        return list;
    }

    private static UserDefinition moved(UserDefinition user, Proposal.GroupGoes goes) {
        var groups = new HashSet<>(user.groups());
        groups.remove(goes.group());
        if (goes.to() != null) {
            groups.add(goes.to());
        }
        return with(user, user.status(), groups);
    }

    /** Whoever is not there any more can do no more than somebody who is disabled. */
    private static UserDefinition gone(UserDefinition user) {
        return with(user, UserStatus.DISABLED, user.groups());
    }

    private static UserDefinition with(UserDefinition user, UserStatus status, Set<UUID> groups) {
        return new UserDefinition(
                user.id(),
                status,
                user.passwordChangeDue(),
                user.role(),
                user.permissions(),
                groups,
                user.reseller(),
                user.data(),
                user.network());
    }

    private static UserDefinition changed(Proposal.UserBecomes becomes) {
        var entitlement = becomes.entitlement();
        return new UserDefinition(
                becomes.user(),
                becomes.status(),
                becomes.passwordChangeDue(),
                entitlement.role(),
                entitlement.permissions(),
                entitlement.groups(),
                entitlement.reseller(),
                entitlement.dataAccess(),
                becomes.network());
    }
}
