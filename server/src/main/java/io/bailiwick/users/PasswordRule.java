package io.bailiwick.users;

/** What is required of a new password, in the order in which people are told. */
public enum PasswordRule {
    /** At least {@value Passwords#SHORTEST} characters. */
    LONG_ENOUGH("long-enough"),
    /** At most {@value Passwords#LONGEST} characters, all of them whole. */
    SHORT_ENOUGH("short-enough"),
    /** More than names and addresses that everybody knows. */
    NOT_OF_THE_PROFILE("not-of-the-profile"),
    /** No common words and patterns. */
    HARD_TO_GUESS("hard-to-guess");

    private final String word;

    PasswordRule(String word) {
        this.word = word;
    }

    /** The message key of the rule's sentence. */
    public String text() {
        return "users.password.rule." + word;
    }

    /** How a password stands up to a rule. */
    public enum State {
        /** Nothing is typed yet. */
        OPEN("circle"),
        MET("circle-check"),
        BROKEN("circle-x");

        private final String icon;

        State(String icon) {
            this.icon = icon;
        }

        /** The symbol that stands for it. */
        public String icon() {
            return icon;
        }

        /** The message key of what it is called. */
        public String text() {
            return "users.password.state." + word();
        }

        /** The word for the style sheet. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One rule, judged. */
    public record Verdict(PasswordRule rule, State state) {
        static Verdict open(PasswordRule rule) {
            return new Verdict(rule, State.OPEN);
        }

        static Verdict of(PasswordRule rule, boolean met) {
            return new Verdict(rule, met ? State.MET : State.BROKEN);
        }
    }
}
