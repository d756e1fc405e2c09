package io.bailiwick.conformance;

/** An implementation whose world can be changed by the people in it; the others skip the changes of a scenario. */
public interface Administration extends Judge {

    /**
     * Lets the change be tried by its user, confirming nothing. Whatever the answer, everyone's session stays open as far
     * as the implementation leaves it open, and later requests are judged in it.
     *
     * @return one of {@code DONE}, {@code CONFIRM} and {@code REFUSED}
     */
    Change.Answer attempt(Change change);

    /**
     * The same once more, with the confirmation that was asked for.
     *
     * @return what {@link #attempt} returns
     */
    Change.Answer confirm(Change change);
}
