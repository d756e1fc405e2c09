package io.bailiwick.ui;

import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is offered to choose from where the list may be long: its beginning, and how many there are; the others are found
 * by typing. A handler that answers {@code ?q=} puts it into its model as {@code offered} and returns {@link #VIEW}.
 *
 * @param options the first ones
 * @param total how many there are
 */
public record Offered(List<Option> options, long total) {
    /** The view that answers a search for more. */
    public static final String VIEW = "ui/options";

    /** So many are shown at once; who wants another one types a part of its name. */
    public static final int MOST = 50;

    /** Asks a list for as many as are shown. */
    public static final PageRequest REQUEST = new PageRequest(List.of(), MOST, null);

    public Offered {
        options = List.copyOf(options);
    }

    /** The page of a list that was asked for by {@link #REQUEST}. */
    public static <T> Offered of(Page<T> page, Function<? super T, Option> option) {
        return new Offered(page.items().stream().map(option).toList(), page.total());
    }

    /** Whether there are others. */
    public boolean more() {
        return total > options.size();
    }

    /** The same with these first, which are chosen already and must not be missing. */
    public Offered with(List<Option> chosen) {
        var all = new ArrayList<>(chosen);
        options.stream()
                .filter(option -> chosen.stream().noneMatch(one -> one.value().equals(option.value())))
                .forEach(all::add);
        return new Offered(all, Math.max(total, all.size()));
    }

    /** The same without one of them, which cannot be chosen here. */
    public Offered without(String value) {
        var others =
                options.stream().filter(option -> !option.value().equals(value)).toList();
        return new Offered(others, total - options.size() + others.size());
    }
}
