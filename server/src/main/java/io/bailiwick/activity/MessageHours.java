package io.bailiwick.activity;

/** How sums come into `message_hours`: they are added to what the slot of the hour holds already. */
final class MessageHours {
    private MessageHours() {}

    /** The statement that adds what is selected: account, hour, partner, slot, open, delivered, failed. */
    static String adding(String selected) {
        return """
                insert into message_hours (account, hour, partner, slot, open, delivered, failed)
                %s
                on conflict (account, hour, partner, slot) do update set
                    open = message_hours.open + excluded.open,
                    delivered = message_hours.delivered + excluded.delivered,
                    failed = message_hours.failed + excluded.failed
                """.formatted(selected);
    }
}
