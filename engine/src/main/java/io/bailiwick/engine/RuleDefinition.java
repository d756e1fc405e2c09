package io.bailiwick.engine;

import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import java.util.UUID;

/**
 * A rule of a group.
 *
 * @param area the id of the area that it names
 * @param access the actions; none is legal: such an allow rule allows nothing, yet counts as a rule
 * @param effect whether it allows or denies them
 */
public record RuleDefinition(UUID area, Access access, Effect effect) {}
