package io.bailiwick.tokens;

/** What is typed into a search, as a pattern of SQL's {@code like}: the characters that mean something there stand for themselves. */
public final class Like {
    private Like() {}

    /** Found anywhere; white space around it counts for nothing. */
    public static String anywhere(String typed) {
        return "%" + beginning(typed.strip());
    }

    /** Found at the beginning. */
    public static String beginning(String typed) {
        return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
