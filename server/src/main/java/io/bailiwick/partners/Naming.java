package io.bailiwick.partners;

import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How partners, resellers and whatever else has a name and a key may be named. */
public final class Naming {
    private static final int LONGEST_NAME = 100;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Naming() {}

    /** The name without blanks around it; what is wrong with it is added to the faults. */
    public static String name(@Nullable String typed, List<Fault> faults) {
        var name = typed == null ? "" : typed.strip();
        if (OneLine.isBlank(name) || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(new Fault("name", "Give it a name of 1 to 100 characters."));
        } else if (!OneLine.isClean(name)) {
            faults.add(new Fault("name", "A name is one line without control characters."));
        }
        return name;
    }

    /** The key without blanks around it; what is wrong with it is added to the faults. */
    public static String key(@Nullable String typed, List<Fault> faults) {
        var key = typed == null ? "" : typed.strip();
        if (!KEY.matcher(key).matches()) {
            faults.add(
                    new Fault(
                            "key",
                            "Give it a key of 1 to 40 lower-case letters, digits and hyphens that begins with a letter or digit."));
        } else if (UUID.matcher(key).matches()) {
            faults.add(new Fault("key", "A key must not look like an id."));
        }
        return key;
    }
}
