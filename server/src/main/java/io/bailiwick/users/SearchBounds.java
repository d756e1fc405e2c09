package io.bailiwick.users;

import io.bailiwick.kernel.Refusal;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs searches in the transaction that is open, none for longer than it may take: whoever searches keeps a connection
 * meanwhile that others wait for.
 */
@Component
@EnableConfigurationProperties(SearchSettings.class)
class SearchBounds {
    static final String TOO_LONG =
            "This search takes too long. Type more letters in a row, or add what narrows it, such as"
                    + " `status:`, `role:` or `group:`.";

    /** PostgreSQL's state for a statement that was broken off. */
    private static final String BROKEN_OFF = "57014";

    private final JdbcClient jdbc;
    private final SearchSettings settings;

    SearchBounds(JdbcClient jdbc, SearchSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * What the search finds. Until the transaction ends every statement is planned for its values, since a plan that fits
     * all searches fits none; by the account's index, since the table holds the rows of other accounts too; and by one
     * process, since a list is short and there are others who search. What comes after the search may take its time again:
     * changing all whom it found is done in the same transaction.
     *
     * @throws Refusal.Invalid of {@code q} when it takes too long; the transaction is lost then
     */
    <T> T within(Supplier<T> search) {
        jdbc.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
                    set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true),
                    set_config('statement_timeout', :timeout, true)
                """)
                .param("timeout", Long.toString(settings.timeout().toMillis()))
                .query()
                .singleRow();
        try {
            var found = search.get();
            jdbc.sql("set local statement_timeout to default").update();
            return found;
        } catch (DataAccessException fault) {
            throw isBrokenOff(fault) ? new Refusal.Invalid("q", TOO_LONG) : fault;
        }
    }

    private static boolean isBrokenOff(DataAccessException fault) {
        return NestedExceptionUtils.getMostSpecificCause(fault) instanceof SQLException sql
                && BROKEN_OFF.equals(sql.getSQLState());
    }
}
