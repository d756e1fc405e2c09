package io.bailiwick.conformance;

import java.util.Locale;

/** How the words of the access model are written: lower case with hyphens. */
final class Words {
    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E read(Class<E> type, String word) {
        for (var value : type.getEnumConstants()) {
            if (of(value).equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("`%s` is not one of the words for %s".formatted(word, type.getSimpleName()));
    }
}
