package io.bailiwick.accounts;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Revision;
import java.util.UUID;

/**
 * A change was recorded; published in the writer's transaction.
 *
 * @param id the change's id, shared by its audit entry
 */
public record ChangeRecorded(UUID id, Actor actor, Change change, Revision revision) {}
