package io.bailiwick.conformance;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a decision may depend on, as a person would write it down: one account, small enough to think about.
 * Nothing is checked here; whether a world is legal is for each implementation to say.
 */
public record World(
        List<Area> areas, List<Group> groups, List<String> resellers, List<Partner> partners, List<User> users) {

    /** The application that areas and requests belong to when none is named. */
    public static final String APPLICATION = "portal";

    /** The built-in application, the only one that may have the gates {@code public} and {@code personal}. */
    public static final String BUILT_IN = "cockpit";

    /** Copies the lists. */
    public World {
        areas = List.copyOf(areas);
        groups = List.copyOf(groups);
        resellers = List.copyOf(resellers);
        partners = List.copyOf(partners);
        users = List.copyOf(users);
    }

    /** Whether the world has areas of the built-in application, which cannot be made from outside. */
    public boolean needsBuiltIn() {
        return areas.stream().anyMatch(area -> area.application().equals(BUILT_IN));
    }

    /** What one may do with an area. */
    public enum Action {
        CREATE,
        READ,
        UPDATE,
        DELETE
    }

    /** To whom an area is open before any group is asked. */
    public enum AreaGate {
        OPEN,
        STAFF,
        ADMINISTRATION,
        JOBS,
        INTEGRATION_CONFIGURATION,
        ISSUE_COMMENTS,
        REPROCESS_MESSAGES,
        PERSONAL,
        PUBLIC
    }

    /** What a user is. */
    public enum Role {
        ADMINISTRATOR,
        NORMAL,
        PARTNER
    }

    /** What may be granted beyond the role. */
    public enum Permission {
        JOBS,
        INTEGRATION_CONFIGURATION,
        ISSUE_COMMENTS,
        REPROCESS_MESSAGES
    }

    /** How a group's default access and its rules go together. */
    public enum Mode {
        ONLY_LISTED,
        EXCEPTIONS
    }

    /** What a rule does. */
    public enum Effect {
        ALLOW,
        DENY
    }

    /** Where a user stands. */
    public enum Status {
        INVITED,
        ACTIVE,
        DISABLED
    }

    /** Which partners' data a user was given. */
    public enum DataMode {
        NONE,
        ALL,
        SELECTED
    }

    /** A path pattern with its overrides: what a method means on paths that match it whole. */
    public record Pattern(String path, Map<String, Action> actions) {
        /** Copies the map. */
        public Pattern {
            actions = Map.copyOf(actions);
        }
    }

    /** A functional area of an application. */
    public record Area(String application, String name, AreaGate gate, List<Pattern> patterns) {
        /** Copies the list. */
        public Area {
            patterns = List.copyOf(patterns);
        }

        /** By what a rule names the area: {@code <application>/<name>}. */
        public String id() {
            return application + "/" + name;
        }
    }

    /** A rule of a group on the area with that {@linkplain Area#id id}. */
    public record Rule(Effect effect, String area, Set<Action> access) {
        /** Copies the set. */
        public Rule {
            access = Set.copyOf(access);
        }
    }

    /** A group. */
    public record Group(String name, Mode mode, Set<Action> defaultAccess, List<Rule> rules) {
        /** Copies the collections. */
        public Group {
            defaultAccess = Set.copyOf(defaultAccess);
            rules = List.copyOf(rules);
        }
    }

    /** A partner, perhaps of a reseller, perhaps switched off. */
    public record Partner(String key, @Nullable String reseller, boolean switchedOff) {}

    /** Which partners' data a user was given; {@code partners} is empty unless the mode is {@code SELECTED}. */
    public record DataAccess(DataMode mode, Set<String> partners) {
        /** Copies the set. */
        public DataAccess {
            partners = Set.copyOf(partners);
        }
    }

    /** A user. {@code network} holds allow-list entries as typed. */
    public record User(
            String name,
            Role role,
            Set<Permission> permissions,
            List<String> groups,
            @Nullable String reseller,
            DataAccess data,
            List<String> network,
            Status status,
            boolean passwordChangeDue) {
        /** Copies the collections. */
        public User {
            permissions = Set.copyOf(permissions);
            groups = List.copyOf(groups);
            network = List.copyOf(network);
        }
    }
}
