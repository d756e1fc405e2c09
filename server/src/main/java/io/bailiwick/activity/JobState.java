package io.bailiwick.activity;

import io.bailiwick.kernel.Refusal;
import java.util.Locale;
import java.util.stream.Stream;

/** How far a job has come. */
public enum JobState {
    /** It waits to be tried, or tried again. */
    WAITING("ac", "clock"),
    /** It is being tried. */
    ACTIVE("ac", "send"),
    /** The endpoint has taken the message. */
    COMPLETED("ok", "circle-check"),
    /** It is not tried any more. */
    FAILED("no", "circle-x");

    private final String tone;
    private final String icon;

    JobState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String label() {
        return "activity.jobs.state." + word();
    }

    /** The tone of its badge. */
    public String tone() {
        return tone;
    }

    /** The symbol beside its name. */
    public String icon() {
        return icon;
    }

    /**
     * The state with that word.
     *
     * @throws Refusal.Invalid when there is none
     */
    static JobState of(String word) {
        return Stream.of(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal.Invalid("state", "A job is `waiting`, `active`, `completed` or `failed`."));
    }
}
