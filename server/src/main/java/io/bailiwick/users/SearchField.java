package io.bailiwick.users;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What users can be searched by, as written before the colon. */
enum SearchField {
    NAME,
    EMAIL,
    STATUS,
    ROLE,
    GROUP,
    PARTNER,
    PERMISSION,
    RESELLER,
    IP,
    LAST,
    CREATED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SearchField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SearchField::word).toList();
    }
}
