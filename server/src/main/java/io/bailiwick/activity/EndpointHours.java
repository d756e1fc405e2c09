package io.bailiwick.activity;

/** How sums come into `endpoint_hours`: they are added to what the slot of the hour holds already. */
final class EndpointHours {
    private EndpointHours() {}

    /** The statement that adds what is selected, in the order of the columns. */
    static String adding(String selected) {
        return """
                insert into endpoint_hours (account, hour, partner, endpoint, slot, endpoint_name, tries, missed,
                    given_up, took_ms, longest_ms)
                %s
                on conflict (account, hour, partner, endpoint, slot) do update set
                    endpoint_name = excluded.endpoint_name, tries = endpoint_hours.tries + excluded.tries,
                    missed = endpoint_hours.missed + excluded.missed,
                    given_up = endpoint_hours.given_up + excluded.given_up,
                    took_ms = endpoint_hours.took_ms + excluded.took_ms,
                    longest_ms = greatest(endpoint_hours.longest_ms, excluded.longest_ms)
                """.formatted(selected);
    }
}
