package io.bailiwick.flows;

/** What is typed into a search, as a pattern of SQL's {@code like}. */
final class Like {
    private Like() {}

    /** Found anywhere; the characters that mean something in a pattern stand for themselves. */
    static String anywhere(String typed) {
        return "%" + typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
