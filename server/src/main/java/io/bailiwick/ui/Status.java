package io.bailiwick.ui;

/** The states of an account, each with its words, symbol and tone, so that colour never stands alone. */
public enum Status {
    /** May sign in. */
    ACTIVE("ok", "circle-check"),
    /** Has not taken up the invitation yet. */
    INVITED("ac", "mail"),
    /** The invitation ran out. */
    INVITATION_EXPIRED("wa", "clock"),
    /** Refused everywhere until enabled again. */
    DISABLED("mu", "user-off"),
    /** Cannot sign in for a while after failed tries. */
    LOCKED("no", "lock"),
    /** Must choose a new password before anything else. */
    PASSWORD_DUE("wa", "key"),
    /** Switched off, of partners and resellers. */
    OFF("mu", "ban");

    private final String style;
    private final String icon;

    Status(String style, String icon) {
        this.style = style;
        this.icon = icon;
    }

    /** The style class of its tone. */
    public String style() {
        return style;
    }

    /** The symbol beside the words. */
    public String icon() {
        return icon;
    }

    /** The message key of its words. */
    public String label() {
        return "ui.status." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
