package io.bailiwick.conformance;

import io.bailiwick.conformance.World.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody tries to do to a world. */
public sealed interface Deed {

    /** Saves one thing: makes it or, when the world has one of that name, changes it to what is said here. */
    record Save(World thing) implements Deed {
        /** @throws IllegalArgumentException unless it is one thing */
        public Save {
            int things = thing.areas().size()
                    + thing.groups().size()
                    + thing.resellers().size()
                    + thing.partners().size()
                    + thing.users().size();
            if (things != 1) {
                throw new IllegalArgumentException("a change saves one thing, not " + things);
            }
        }
    }

    /** Takes over a document that describes the areas of an application, where the one before may have had others. */
    record Import(List<Area> areas) implements Deed {
        /** Copies the list. */
        public Import {
            areas = List.copyOf(areas);
        }

        /** The application that the document is of. */
        public String application() {
            return areas.isEmpty() ? World.APPLICATION : areas.getFirst().application();
        }
    }

    /**
     * Deletes a thing.
     *
     * @param name its name, a partner's key, an area's {@linkplain Area#id id}
     * @param moveMembersTo the group that the members of a deleted group go to, or {@link #NOWHERE}; {@code null} when
     *     nothing is said of them
     */
    record Delete(Kind kind, String name, @Nullable String moveMembersTo) implements Deed {
        /** Says, instead of a group's name, that the members go to no other one. */
        public static final String NOWHERE = "none";
    }

    /** Does something to a user that leaves no trace in the world. */
    record Touch(Way way, String user) implements Deed {}

    /** What can be deleted. */
    enum Kind {
        USER,
        GROUP,
        AREA,
        APPLICATION,
        PARTNER,
        RESELLER
    }

    /** What can be done to a user besides. */
    enum Way {
        /** Sets another password without knowing the present one. */
        SET_PASSWORD,
        /** Changes the own password, giving the present one. */
        CHANGE_PASSWORD,
        /** Sets another e-mail address. */
        SET_EMAIL,
        /** Ends the open sessions. */
        END_SESSIONS,
        /** Sends the invitation again. */
        INVITE_AGAIN
    }
}
