package io.bailiwick.previews;

import io.bailiwick.kernel.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * One of those to whom something happens, as it is told on a page.
 *
 * @param changes the first things that he gains or loses, in words
 * @param more whether there are others
 */
public record Affected(UserId id, String name, String email, List<String> changes, boolean more) {
    private static final int MOST = 3;

    /** The first of them, by name. */
    public static List<Affected> first(Effect effect, int people, Sentence.Texts texts) {
        var found = new ArrayList<Affected>();
        var page = effect.changes();
        for (var single : page == null ? List.<Effect.Single>of() : page.items()) {
            var last = found.isEmpty() ? null : found.getLast();
            if (last == null || !last.id().equals(single.user())) {
                if (found.size() == people) {
                    break;
                }
                found.add(new Affected(
                        single.user(), single.name(), single.email(), List.of(Sentence.single(single, texts)), false));
            } else {
                found.set(found.size() - 1, last.with(Sentence.single(single, texts)));
            }
        }
        return found;
    }

    private Affected with(String change) {
        if (changes.size() == MOST) {
            return new Affected(id, name, email, changes, true);
        }
        var all = new ArrayList<>(changes);
        all.add(change);
        return new Affected(id, name, email, List.copyOf(all), false);
    }
}
