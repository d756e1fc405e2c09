package io.bailiwick.ui;

import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import java.util.ArrayList;
import java.util.List;

/**
 * The letters C R U D with what holds for each: allowed (square, tinted), not allowed (struck out) or denied (round,
 * struck out).
 *
 * @param letters the four, in this order
 */
public record AccessLetters(List<Letter> letters) {
    /**
     * One letter.
     *
     * @param action the action
     * @param state what holds for it
     */
    public record Letter(Action action, State state) {
        /** The letter itself. */
        public String letter() {
            return action.name().substring(0, 1);
        }

        /** The style class that gives it its shape and colour. */
        public String style() {
            return switch (state) {
                case ALLOWED -> "y";
                case NOT_ALLOWED -> "f";
                case DENIED -> "d";
            };
        }
    }

    /** What holds for an action. */
    public enum State {
        /** It may be done. */
        ALLOWED,
        /** Nothing allows it. */
        NOT_ALLOWED,
        /** Something forbids it. */
        DENIED
    }

    /** Letters of which some are allowed and the rest are not. */
    public static AccessLetters allowed(Access actions) {
        return of(actions, Access.NONE);
    }

    /** Letters of which some are denied; the others are merely not allowed. */
    public static AccessLetters denied(Access actions) {
        return of(Access.NONE, actions);
    }

    /** Letters with allowed and denied ones; a denied one is denied even when it is allowed as well. */
    public static AccessLetters of(Access allowed, Access denied) {
        var letters = new ArrayList<Letter>();
        for (var action : Action.values()) {
            var state = allowed.contains(action) ? State.ALLOWED : State.NOT_ALLOWED;
            letters.add(new Letter(action, denied.contains(action) ? State.DENIED : state));
        }
        return new AccessLetters(List.copyOf(letters));
    }

    /** The whole in words, for those who do not see it: {@code Create allowed, Read allowed, …}. */
    public String inWords(Ui ui) {
        var words = letters.stream()
                .map(letter ->
                        ui.text("ui.access." + letter.action().word()) + " " + ui.text("ui.access." + letter.state()))
                .toList();
        return String.join(", ", words);
    }
}
