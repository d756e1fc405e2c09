package io.bailiwick.previews;

import io.bailiwick.guard.Entitlement;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.UserStatus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that may be saved, and has passed every check that saving it would. */
public sealed interface Proposal {
    /** A group opens and closes something else; nothing happens when there is no such group. */
    record GroupBecomes(UUID group, GroupRights rights) implements Proposal {}

    /**
     * A group is deleted.
     *
     * @param to the group that its members are put into, or null
     */
    record GroupGoes(UUID group, @Nullable UUID to) implements Proposal {}

    /**
     * A user becomes somebody else.
     *
     * @param passwordChangeDue whether the password has to be changed first
     */
    record UserBecomes(
            UUID user, Entitlement entitlement, UserStatus status, boolean passwordChangeDue, AllowList network)
            implements Proposal {}

    /**
     * Many users become somebody else.
     *
     * @param users what becomes of each, by id
     */
    record UsersBecome(Map<UUID, UserBecomes> users) implements Proposal {
        public UsersBecome {
            users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
        }
    }

    /** Users are deleted. */
    record UsersGo(Set<UUID> users) implements Proposal {
        public UsersGo {
            users = Collections.unmodifiableSortedSet(new TreeSet<>(users));
        }
    }

    /** An area has another name, gate or paths; a new one when there is none with that id. */
    record AreaBecomes(UUID area, UUID application, String name, AreaGate gate, List<Path> paths) implements Proposal {
        public AreaBecomes {
            paths = List.copyOf(paths);
        }

        /** One path, with what its methods do. */
        public record Path(PathPattern pattern, MethodOverrides actions) {}
    }

    /** An area is deleted, and with it the rules that name it. */
    record AreaGoes(UUID area) implements Proposal {}

    /** An application is deleted with its areas, and with them the rules that name them. */
    record ApplicationGoes(UUID application) implements Proposal {}

    /**
     * A partner belongs to another reseller, or is switched on or off.
     *
     * @param active whether it is on, and so is its reseller
     */
    record PartnerBecomes(UUID partner, @Nullable UUID reseller, boolean active) implements Proposal {}

    /**
     * A reseller is switched on or off, and all of its partners with it.
     *
     * @param on those of its partners whose data may be seen then
     */
    record ResellerBecomes(UUID reseller, List<UUID> on) implements Proposal {
        public ResellerBecomes {
            on = List.copyOf(on);
        }
    }
}
