package io.bailiwick.users.web;

import io.bailiwick.ui.Option;
import java.util.List;

/**
 * What users can be tied to.
 *
 * @param groups by id
 * @param partners by key
 * @param resellers by key
 */
public record Offer(List<Option> groups, List<Option> partners, List<Option> resellers) {}
