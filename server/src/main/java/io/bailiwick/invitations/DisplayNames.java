package io.bailiwick.invitations;

import io.bailiwick.users.Invitees;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people are called, as far as a list of addresses tells. */
final class DisplayNames {
    /** Letters and initials; a dot within a word makes it something else. */
    private static final Pattern NAME =
            Pattern.compile("(?:\"[^\"@]+\"|[\\p{L}\\p{M}'’-]+\\.?)(?:\\s+[\\p{L}\\p{M}'’-]+\\.?)*");

    private static final Pattern BETWEEN = Pattern.compile("[._-]+");
    private static final int LONGEST = 200;

    private DisplayNames() {}

    /** Whether words beside an address are likely to be its name. */
    static boolean looksLikeOne(String words) {
        return words.length() <= LONGEST && NAME.matcher(words).matches();
    }

    /** A name as a mail header has it, with its quotes, comments and encodings taken off; null when there is none. */
    static @Nullable String read(String words) {
        var stripped = words.strip();
        if (stripped.isEmpty() || stripped.length() > 2 * LONGEST) {
            return null;
        }
        var name = decoded(stripped);
        return Invitees.isName(name) && !name.contains("=?") ? name.strip() : null;
    }

    /** A name made of an address: {@code dana.reyes+work@…} is Dana Reyes until she says otherwise. */
    static String of(String email) {
        var local = email.substring(0, email.lastIndexOf('@'));
        var plus = local.indexOf('+');
        var words = BETWEEN.splitAsStream(plus > 0 ? local.substring(0, plus) : local)
                .filter(word -> !word.isEmpty())
                .map(DisplayNames::capitalized)
                .collect(Collectors.joining(" "));
        return Invitees.isName(words) ? words : email;
    }

    private static String decoded(String words) {
        try {
            var personal = Arrays.stream(InternetAddress.parseHeader(words + " <a@example.com>", false))
                    .findFirst()
                    .map(InternetAddress::getPersonal);
            return personal.orElseGet(() -> plain(words));
        } catch (AddressException unquotedComma) {
            return plain(words);
        }
    }

    private static String plain(String words) {
        return words.replace("\"", "");
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
