package io.bailiwick.groups;

import java.util.ArrayList;
import java.util.List;

/** What is said of the members of a group that goes. */
final class Departure {
    private Departure() {}

    /**
     * What becomes of them.
     *
     * @param count how many members there are
     * @param alone those who are in no other group
     * @param openings what is denied no more
     */
    static String sentence(long count, Members.Alone alone, List<Consequences.Opening> openings) {
        var sentences = new ArrayList<String>();
        sentences.add(people(count) + " in this group.");
        if (alone.total() > 0) {
            sentences.add("For " + alone.total() + " of them it is the only one ("
                    + String.join(
                            ", ",
                            alone.first().stream().map(Members.Member::name).toList())
                    + (alone.total() > alone.first().size() ? " …" : "")
                    + "): without it no group limits them any more.");
        }
        if (!openings.isEmpty()) {
            sentences.add("What it denies on " + Consequences.areas(openings.size()) + " is denied no more.");
        }
        return String.join(" ", sentences);
    }

    /** So many people and their verb. */
    static String people(long count) {
        return count == 1 ? "1 person is" : count + " people are";
    }
}
