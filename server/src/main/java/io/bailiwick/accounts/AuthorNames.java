package io.bailiwick.accounts;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.ui.Phrases;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the names of authors from readers who do not see them. A command has neither screens nor readers. */
@Component
public class AuthorNames {
    private final ObjectProvider<Authors> authors;
    private final ObjectProvider<Phrases> phrases;

    AuthorNames(ObjectProvider<Authors> authors, ObjectProvider<Phrases> phrases) {
        this.authors = authors;
        this.phrases = phrases;
    }

    /**
     * The same with the names that the reader may be told.
     *
     * @param author whom an item names
     * @param by the item with another author's name
     */
    public <T> List<T> of(Actor reader, List<T> items, Function<T, Author> author, BiFunction<T, Author, T> by) {
        var asked = items.stream()
                .map(item -> author.apply(item).id())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var seen = asked.isEmpty() ? Set.<UserId>of() : authors.getObject().seen(reader, asked);
        return items.stream()
                .map(item -> {
                    var named = author.apply(item);
                    return named.id() == null || seen.contains(named.id())
                            ? item
                            : by.apply(item, new Author(null, unseen(), true));
                })
                .toList();
    }

    /** The author with the name that the reader may be told. */
    public Author of(Actor reader, Author author) {
        return of(reader, List.of(author), Function.identity(), (item, other) -> other)
                .getFirst();
    }

    /** The same with the names that the reader may be told. */
    List<Past> of(Actor reader, List<Past> past) {
        var asked = past.stream()
                .map(Past::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var seen = authors.getObject().seen(reader, asked);
        return past.stream()
                .map(each -> each.actor() == null || seen.contains(each.actor()) ? each : each.by(unseen()))
                .toList();
    }

    /**
     * The name, if the reader may be told it.
     *
     * @param author null when it was the server itself
     */
    String of(Actor reader, @Nullable UserId author, String name) {
        return author == null
                        || authors.getObject().seen(reader, List.of(author)).contains(author)
                ? name
                : unseen();
    }

    private String unseen() {
        return phrases.getObject().text("ui.author.unseen");
    }
}
