package io.bailiwick.ui;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;

/** The words of the screens, from the message files under {@code messages/}, one file per module. */
final class Texts {
    private static final char ISOLATE = '\u2068';
    private static final char END_ISOLATE = '\u2069';
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    private final MessageSource messages;
    private final Locale locale;

    Texts(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String text(String key, @Nullable Object... arguments) {
        var isolated = new @Nullable Object[arguments.length];
        for (var i = 0; i < arguments.length; i++) {
            isolated[i] = arguments[i] instanceof CharSequence words ? isolate(words) : arguments[i];
        }
        return messages.getMessage(key, isolated, locale);
    }

    String textOrEmpty(String key, Object... arguments) {
        try {
            return text(key, arguments);
        } catch (NoSuchMessageException | IllegalArgumentException unfit) {
            return "";
        }
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private static String isolate(CharSequence words) {
        var clean = CONTROLS.matcher(words).replaceAll("");
        return clean.codePoints().allMatch(Texts::leftToRight) ? clean : ISOLATE + clean + END_ISOLATE;
    }

    private static boolean leftToRight(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> false;
            default -> codePoint != '\u200F' && codePoint != '\u061C';
        };
    }
}
