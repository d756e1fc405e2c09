package io.bailiwick.activity;

import io.bailiwick.partners.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How lists of millions are read. */
final class Plans {
    /** So many partners are looked at one by one; with more, the whole is read and sifted. */
    private static final int FEW = 200;

    private Plans() {}

    /** Whether each partner's rows are read from the newest on. */
    static boolean isFew(Sight sight) {
        return !sight.everything() && sight.partners().size() <= FEW;
    }

    /** Until the transaction ends, what is asked is planned for what it asks: a plan that fits all lists fits none. */
    static void anew(JdbcClient jdbc) {
        jdbc.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
                    set_config('max_parallel_workers_per_gather', '0', true)
                """).query().singleRow();
    }

    /**
     * Until the transaction ends, rows are found by indexes in their order and planned once. What the planner knows of a queue
     * is what ANALYZE last saw, mostly that it is empty or long gone by: then it reads and sorts all of a backlog for the few
     * that are wanted, or walks through all that was ever kept.
     */
    static void byIndex(JdbcClient jdbc) {
        jdbc.sql("""
                select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true),
                    set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                    set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                    set_config('enable_sort', 'off', true)
                """).query().singleRow();
    }
}
