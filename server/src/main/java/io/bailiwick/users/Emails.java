package io.bailiwick.users;

import java.util.regex.Pattern;

/**
 * Which e-mail addresses are taken: those of RFC 5321 without quotes, comments and address literals. Letters beyond ASCII
 * are refused, so that no two addresses look alike; an international domain is written in its ASCII form.
 */
final class Emails {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("(" + ATOM + "(?:\\." + ATOM + ")*)@" + LABEL + "(?:\\." + LABEL + ")*");

    private Emails() {}

    static boolean isValid(String email) {
        if (email.length() > LONGEST) {
            return false;
        }
        var form = FORM.matcher(email);
        return form.matches() && form.group(1).length() <= LONGEST_LOCAL_PART;
    }
}
