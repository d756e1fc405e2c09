package io.bailiwick.users.web;

import io.bailiwick.model.Role;
import io.bailiwick.users.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody with these choices could do and see, and where each part of it comes from.
 *
 * @param chosen whether the role was chosen; else it is what comes without a choice
 * @param grants every optional permission
 * @param groups those that narrow it; none narrows nothing
 * @param mode whose data was chosen: none, all or selected
 * @param partners the selected partners within sight
 * @param reseller the reseller that narrows the data, or null
 * @param outside how many of the selected partners are not of that reseller
 * @param obstacles what saving would be refused for, as sentences
 * @param question what saving would ask first, as a sentence, or null
 */
public record Outcome(
        Role role,
        boolean chosen,
        List<Grant> grants,
        List<User.Group> groups,
        String mode,
        List<User.Partner> partners,
        User.@Nullable Reseller reseller,
        int outside,
        List<String> obstacles,
        @Nullable String question) {
    public Outcome {
        grants = List.copyOf(grants);
        groups = List.copyOf(groups);
        partners = List.copyOf(partners);
        obstacles = List.copyOf(obstacles);
    }
}
