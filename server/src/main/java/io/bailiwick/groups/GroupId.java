package io.bailiwick.groups;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import java.util.UUID;

/** Names a group within an account. */
public record GroupId(UUID value) {
    /** @throws Refusal.NotFound when the text is no id, and so names no group */
    public static GroupId read(String text) {
        return new GroupId(Ids.read(text, "group"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
