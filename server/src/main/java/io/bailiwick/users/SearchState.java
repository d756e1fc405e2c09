package io.bailiwick.users;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be asked of a user's state: the statuses, and what may be the case besides. */
enum SearchState {
    ACTIVE,
    INVITED,
    DISABLED,
    LOCKED,
    PASSWORD_DUE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Stream.of(values()).map(SearchState::word).toList();
    }

    static Optional<SearchState> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
