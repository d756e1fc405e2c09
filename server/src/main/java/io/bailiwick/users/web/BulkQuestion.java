package io.bailiwick.users.web;

import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.users.Foresight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked before many users are changed.
 *
 * @param kind the last word of its address: {@code delete}, {@code disable}, {@code enable}, {@code groups}, {@code access}
 * @param words the kind as the texts know it, which tells joining a group from leaving one
 * @param foresight what would happen
 * @param gifts what they are given, or what is taken away
 * @param fields what is posted along
 * @param problem what stood against it a moment ago, or null
 * @param back where Cancel leads
 */
public record BulkQuestion(
        String kind,
        String words,
        Foresight foresight,
        List<Gift> gifts,
        List<Field> fields,
        @Nullable String problem,
        String back) {
    /** So many of those who are left as they are are named. */
    private static final int NAMED = 100;

    /**
     * One thing that is given.
     *
     * @param what the field
     * @param value what it is to be
     */
    public record Gift(String what, String value) {}

    public BulkQuestion {
        gifts = List.copyOf(gifts);
        fields = List.copyOf(fields);
    }

    /** Those who are named of those who are left as they are. */
    public static List<Foresight.Left> named(List<Foresight.Left> left) {
        return left.stream().limit(NAMED).toList();
    }

    /** Whether it is drawn as dangerous. */
    public boolean isDestructive() {
        return kind.equals("delete") || kind.equals("disable");
    }
}
