package io.bailiwick.guard;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;

/** Where a refusal is written down under the id that the refused person is told; `decisions` answers it. */
public interface RefusalRecord {
    /**
     * Writes down what was refused, apart from any transaction. Told twice of the same refusal, it keeps one.
     *
     * @param refusal one that has a decision id; others are nothing to write down
     */
    void refused(Actor actor, Refusal refusal);
}
