package io.bailiwick.mail;

import io.bailiwick.kernel.UserId;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, as plain texts: HTML and text are drawn from them. What reaches a header (`name`, `email`,
 * `subject`) is made one line without controls, turned directions and characters that nobody sees; the other texts keep
 * all that can be shown. A letter with a button or a code is a secret of its recipient.
 *
 * @param kind what it is for: `invitation`, `password-reset` …
 * @param user whom it is about, or null when that is nobody in particular
 * @param name what the recipient is called, for the header; may be empty
 * @param email where it goes
 * @param subject its subject
 * @param paragraphs what it says, a greeting first if it has one; none for none
 * @param button what to follow, or null
 * @param code six digits to type in, or null
 * @param quote somebody's own words, or null
 * @param closing what it says below button, code and quote: how long they hold, whom to ask
 */
public record Letter(
        String kind,
        @Nullable UserId user,
        String name,
        String email,
        String subject,
        List<String> paragraphs,
        @Nullable Button button,
        @Nullable String code,
        @Nullable Quote quote,
        List<String> closing) {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]*");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}<>,;:\"]+@[^\\s\\p{Cntrl}<>,;:\"@]+");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 200;

    public Letter {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("`" + kind + "` is no kind of mail");
        }
        if (!ADDRESS.matcher(email).matches()) {
            throw new IllegalArgumentException("a mail needs an address that can stand in a header");
        }
        if (code != null && !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code has six digits");
        }
        name = PlainText.ofHeader(name, LONGEST_NAME);
        subject = PlainText.ofHeader(subject, LONGEST_SUBJECT);
        paragraphs = paragraphs.stream().map(PlainText::ofBody).toList();
        closing = closing.stream().map(PlainText::ofBody).toList();
    }

    /**
     * What to follow.
     *
     * @param label what it says
     * @param address where it leads: an absolute address of the panel
     */
    public record Button(String label, URI address) {
        public Button {
            if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
                throw new IllegalArgumentException("a mail leads to the panel and nowhere else");
            }
            label = PlainText.ofBody(label);
        }
    }

    /**
     * Somebody's own words, set apart from ours.
     *
     * @param who who says it
     * @param text what is said, line breaks kept
     */
    public record Quote(String who, String text) {
        public Quote {
            who = PlainText.ofBody(who);
            text = PlainText.ofBody(text);
        }
    }

    /** Whether it carries a link or a code, which only its recipient should know. */
    public boolean carriesSecret() {
        return button != null || code != null;
    }

    /** The same without link and code, in whose place the note stands. */
    Letter veiled(String note) {
        if (!carriesSecret()) {
            return this;
        }
        var below = Stream.concat(Stream.of(note), closing.stream()).toList();
        return new Letter(kind, user, name, email, subject, paragraphs, null, null, quote, below);
    }

    /** Never link and code. */
    @Override
    public String toString() {
        return "Letter[%s to %s]".formatted(kind, email);
    }
}
