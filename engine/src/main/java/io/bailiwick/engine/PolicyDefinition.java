package io.bailiwick.engine;

import java.util.List;

/**
 * What a policy is built from.
 *
 * @param revision how many policy changes the account has seen
 * @param applications the guarded applications
 * @param areas their areas
 * @param groups the groups
 * @param partners the partners
 */
public record PolicyDefinition(
        long revision,
        List<ApplicationDefinition> applications,
        List<AreaDefinition> areas,
        List<GroupDefinition> groups,
        List<PartnerDefinition> partners) {

    /** A definition. */
    public PolicyDefinition {
        applications = List.copyOf(applications);
        areas = List.copyOf(areas);
        groups = List.copyOf(groups);
        partners = List.copyOf(partners);
    }

    /** Everything that keeps a policy from being built of it; empty when it can be. */
    public List<PolicyProblem> problems() {
        return new PolicyCheck(this).problems();
    }
}
