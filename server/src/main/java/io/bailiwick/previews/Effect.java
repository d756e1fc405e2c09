package io.bailiwick.previews;

import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What would come of a proposal: who gains and who loses what. It tells of rights: whoever is disabled or invited has and
 * loses them like everybody else, unless it is the status that changes.
 *
 * @param revision the account's revision that it is as of
 * @param people how many users gain or lose something
 * @param gaining how many of them gain something
 * @param losing how many of them lose something; some may do both
 * @param areas each action in an area that somebody gains or loses, by application and area
 * @param partners each partner whose data somebody comes to see or sees no more, by key
 * @param changes the single changes by name of the user, page by page; null when the actor may not read users
 */
public record Effect(
        Revision revision,
        long people,
        long gaining,
        long losing,
        List<InArea> areas,
        List<OfPartner> partners,
        @Nullable Page<Single> changes) {
    public Effect {
        areas = List.copyOf(areas);
        partners = List.copyOf(partners);
    }

    /** Whether nobody gains or loses anything. */
    public boolean isEmpty() {
        return people == 0;
    }

    /** How many users something happens to. */
    public sealed interface Count {
        /** How many gain it. */
        long gaining();

        /** How many lose it. */
        long losing();
    }

    /**
     * One action in one area.
     *
     * @param application the key of its application
     */
    public record InArea(UUID area, String application, String name, Action action, long gaining, long losing)
            implements Count {}

    /** One partner's data. */
    public record OfPartner(UUID partner, String key, long gaining, long losing) implements Count {}

    /**
     * One user gains or loses one thing: an action in an area, or sight of a partner's data.
     *
     * @param in the area and action, or the partner, as counted above
     * @param before whether he has it now
     */
    public record Single(UserId user, String name, String email, Count in, boolean before) {
        /** Whether he would have it. */
        public boolean after() {
            return !before;
        }
    }

    /** How many of one direction are counted there. */
    static ToLongFunction<Count> number(boolean gain) {
        return gain ? Count::gaining : Count::losing;
    }
}
