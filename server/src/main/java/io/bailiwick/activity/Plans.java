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
}
