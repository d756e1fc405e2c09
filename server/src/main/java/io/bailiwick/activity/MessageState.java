package io.bailiwick.activity;

import io.bailiwick.kernel.Refusal;
import java.util.Locale;
import java.util.stream.Stream;

/** What has become of a message. */
public enum MessageState {
    /** It is kept, and waits for its first try. */
    RECEIVED("ac", "download"),
    /** It is being delivered, or waits for another try. */
    DELIVERING("ac", "send"),
    /** Its endpoint has it. */
    DELIVERED("ok", "circle-check"),
    /** It could not be delivered. */
    FAILED("no", "circle-x");

    private final String tone;
    private final String icon;

    MessageState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String label() {
        return "activity.messages.state." + word();
    }

    /** The tone of its badge. */
    public String tone() {
        return tone;
    }

    /** The symbol beside its name. */
    public String icon() {
        return icon;
    }

    /** Whether nothing more is done about it by itself. */
    public boolean isFinished() {
        return this == DELIVERED || this == FAILED;
    }

    /**
     * The state with that word.
     *
     * @throws Refusal.Invalid when there is none
     */
    static MessageState of(String word) {
        return Stream.of(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(
                        "state", "A message is `received`, `delivering`, `delivered` or `failed`."));
    }
}
