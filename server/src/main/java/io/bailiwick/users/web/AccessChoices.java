package io.bailiwick.users.web;

/**
 * What there is to choose from when somebody's access is set.
 *
 * @param partners for a Normal user, who may have several
 * @param partner for a Partner user, who has one
 */
public record AccessChoices(Pick groups, Pick partners, Pick partner, Pick resellers) {}
