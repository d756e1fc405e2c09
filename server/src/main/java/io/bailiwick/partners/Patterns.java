package io.bailiwick.partners;

/** What is typed into a search, as a pattern of SQL's {@code like}. */
public final class Patterns {
    private Patterns() {}

    /** Found anywhere; the characters that mean something in a pattern stand for themselves. */
    public static String anywhere(String typed) {
        return "%" + typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
