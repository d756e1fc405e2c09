package io.bailiwick.mail;

import io.bailiwick.kernel.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of a mail. */
public enum MailState {
    /** It is tried again when it is due. */
    WAITING("clock", "ac"),
    /** It stays here, because no mail server is configured. */
    HELD("lock", "wa"),
    /** The mail server took it. */
    SENT("circle-check", "ok"),
    /** It is tried no more. */
    FAILED("circle-x", "no"),
    /** It was taken back before it left. */
    WITHDRAWN("arrow-back-up", "mu");

    private final String icon;
    private final String tone;

    MailState(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    /** Its word in the API and in the database, where what is held is waiting. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its words. */
    public String label() {
        return "mail.state." + word();
    }

    /** The symbol beside the words. */
    public String icon() {
        return icon;
    }

    /** The tone of its badge. */
    public String tone() {
        return tone;
    }

    /**
     * The state of that word.
     *
     * @throws Refusal.Invalid when there is none
     */
    static MailState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid(
                        "state",
                        "`" + word + "` is no state: choose one of "
                                + Arrays.stream(values())
                                        .map(state -> "`" + state.word() + "`")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
