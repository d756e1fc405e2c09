package io.bailiwick.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An immutable set of {@link Action actions}, kept as a mask of four bits; two with the same actions are the same object. */
public final class Access {

    private static final Access[] BY_MASK = new Access[16];

    static {
        for (int mask = 0; mask < BY_MASK.length; mask++) {
            BY_MASK[mask] = new Access((byte) mask);
        }
    }

    /** No action. */
    public static final Access NONE = ofMask(0);

    /** Create, read, update and delete: the default access of a new group. */
    public static final Access ALL = ofMask(15);

    private final byte mask;
    private final List<Action> actions;

    private Access(byte mask) {
        this.mask = mask;
        var list = new ArrayList<Action>();
        for (var action : Action.values()) {
            if ((mask & action.bit()) != 0) {
                list.add(action);
            }
        }
        this.actions = List.copyOf(list);
    }

    /** The access that holds these actions; naming one twice changes nothing. */
    public static Access of(Action... actions) {
        return of(List.of(actions));
    }

    /** The access that holds these actions; naming one twice changes nothing. */
    public static Access of(Collection<Action> actions) {
        int mask = 0;
        for (var action : actions) {
            mask |= action.bit();
        }
        return ofMask(mask);
    }

    /**
     * The access with this mask.
     *
     * @param mask 0 to 15: the sum of the {@link Action#bit bits} of its actions; higher bits are ignored
     */
    public static Access ofMask(int mask) {
        return BY_MASK[mask & 15];
    }

    /**
     * The access that these words name.
     *
     * @param words as on the wire, in any order
     * @throws InvalidValue naming the first word that is no action
     */
    public static Access ofWords(Collection<String> words) {
        int mask = 0;
        for (var word : words) {
            mask |= Action.of(word)
                    .orElseThrow(() -> new InvalidValue(
                            "`" + word + "` is no access: choose among `create`, `read`, `update` and `delete`"))
                    .bit();
        }
        return ofMask(mask);
    }

    /** The sum of the {@link Action#bit bits} of its actions: 0 to 15. */
    public int mask() {
        return mask;
    }

    /** Whether it holds the action. */
    public boolean contains(Action action) {
        return (mask & action.bit()) != 0;
    }

    /** Whether it holds all actions of the other. */
    public boolean containsAll(Access other) {
        return (other.mask & ~mask) == 0;
    }

    /** Whether it holds no action. */
    public boolean isEmpty() {
        return mask == 0;
    }

    /** The actions of either. */
    public Access union(Access other) {
        return ofMask(mask | other.mask);
    }

    /** The actions of this one that the other lacks. */
    public Access minus(Access other) {
        return ofMask(mask & ~other.mask);
    }

    /** The actions of both. */
    public Access intersection(Access other) {
        return ofMask(mask & other.mask);
    }

    /** Its actions in the order create, read, update, delete. */
    public List<Action> actions() {
        return actions;
    }

    /** Its words on the wire in the order create, read, update, delete. */
    public List<String> words() {
        return actions.stream().map(Action::word).toList();
    }

    /** Its words between brackets, as in {@code [create, read]}. */
    @Override
    public String toString() {
        return words().toString();
    }
}
