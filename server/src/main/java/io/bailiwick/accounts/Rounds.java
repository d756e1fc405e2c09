package io.bailiwick.accounts;

import io.bailiwick.kernel.AccountId;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What the server does of itself for one account after the other, now and then. */
@Component
public class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Accounts accounts;

    Rounds(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Does it for every account; what the database cuts off is left for the next time.
     *
     * @param what names it in the log, as in `Sweeping up old refusals`
     */
    public void each(String what, Consumer<AccountId> work) {
        try {
            accounts.all().forEach(work);
        } catch (DataAccessException away) {
            LOG.warn("{} was cut off; it is tried again", what, away);
        }
    }

    /**
     * Does some at a time, so that no transaction is long, until there are no more.
     *
     * @param batch how many are some
     * @param some does so many at most, and says how many it did
     * @return how many in all
     */
    public static int all(int batch, IntSupplier some) {
        var all = 0;
        int done;
        do {
            done = some.getAsInt();
            all += done;
        } while (done == batch);
        return all;
    }
}
