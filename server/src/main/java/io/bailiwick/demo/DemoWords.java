package io.bailiwick.demo;

import io.bailiwick.demo.DemoPastStore.CommentRow;
import io.bailiwick.demo.DemoPastStore.Rows;
import io.bailiwick.demo.DemoPeople.Cast;
import io.bailiwick.demo.DemoPeople.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** What people said about failed deliveries. */
final class DemoWords {
    private static final String[][] TALKS = {
        {"Is anybody looking at this one?", "Yes. The other side is on it, I deliver it again as soon as they say so."},
        {"The partner asks whether we got this at all.", "We did, the endpoint did not take it. I have told them."},
        {"Same as yesterday: the reference is there twice on their side.", "They have removed the older one."},
        {
            "I called the clearing house. Maintenance, they say, until four.",
            "Thanks. Then we wait with delivering again."
        }
    };

    private static final String[] ALONE = {
        "The other side is on it. I deliver it again as soon as they say so.",
        "They want the reference corrected first; it is their move."
    };

    private DemoWords() {}

    /** Returns how many comments there were. */
    static int comments(Rows rows, Random random, UUID issue, Cast cast, Person looksAfter, Instant from, Instant to) {
        var talk = TALKS[random.nextInt(TALKS.length)];
        var half = Duration.between(from, to).dividedBy(3);
        if (looksAfter.equals(cast.ada())) {
            add(rows, random, issue, looksAfter, ALONE[random.nextInt(ALONE.length)], from.plus(half));
            return 1;
        }
        add(rows, random, issue, cast.ada(), talk[0], from.plus(half));
        add(rows, random, issue, looksAfter, talk[1], from.plus(half.multipliedBy(2)));
        return 2;
    }

    private static void add(Rows rows, Random random, UUID issue, Person author, String text, Instant at) {
        rows.comments.add(new CommentRow(
                issue, DemoPast.id(at, random), author.id().value(), author.name(), text, at.toString()));
    }
}
