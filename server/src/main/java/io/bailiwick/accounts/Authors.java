package io.bailiwick.accounts;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import java.util.Collection;
import java.util.Set;

/** Who did something may be told by name to whoever sees him; answered by whoever owns the users. */
public interface Authors {
    /** Those of these whom the reader sees; for a reader who sees everybody, all of them, also those who are gone. */
    Set<UserId> seen(Actor reader, Collection<UserId> authors);
}
