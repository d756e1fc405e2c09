package io.bailiwick.previews;

import io.bailiwick.model.Access;
import io.bailiwick.previews.Effect.Count;
import io.bailiwick.previews.Effect.InArea;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An {@link Effect} in one sentence: `3 people gain Read on 2 areas; 14 lose Delete on Invoices`. */
public final class Sentence {
    private final Effect effect;
    private final Texts texts;
    private final List<String> parts = new ArrayList<>();

    private Sentence(Effect effect, Texts texts) {
        this.effect = effect;
        this.texts = texts;
    }

    /** Where the words come from: {@code ui::text} of a page, {@code phrases::text} of a controller. */
    public interface Texts {
        /** A text from the message files, with its arguments. */
        String text(String key, @Nullable Object... arguments);
    }

    /** The sentence. */
    public static String of(Effect effect, Texts texts) {
        return new Sentence(effect, texts).whole();
    }

    /** What the button says that saves it. */
    public static String ofSaving(Effect effect, Texts texts) {
        return effect.isEmpty() ? texts.text("ui.save") : ofDoing(texts.text("previews.saving"), effect, texts);
    }

    /** What the button says that does it: `Delete Clerks: 14 people lose Delete on Invoices`. */
    public static String ofDoing(String deed, Effect effect, Texts texts) {
        return effect.isEmpty() ? deed : texts.text("previews.does", deed, of(effect, texts));
    }

    private String whole() {
        areas(true, "gain");
        areas(false, "lose");
        partners(true, "see");
        partners(false, "unsee");
        return parts.isEmpty() ? texts.text("previews.nobody") : String.join("; ", parts);
    }

    private void areas(boolean gain, String verb) {
        var access = new LinkedHashMap<UUID, Access>();
        var names = new LinkedHashMap<UUID, String>();
        var numbers = new LinkedHashMap<UUID, Set<Long>>();
        for (var in : effect.areas()) {
            var number = Effect.number(gain).applyAsLong(in);
            if (number > 0) {
                numbers.computeIfAbsent(in.area(), area -> new HashSet<>()).add(number);
                access.merge(in.area(), Access.of(in.action()), Access::union);
                names.put(in.area(), in.name());
            }
        }
        if (!access.isEmpty()) {
            var people = gain ? effect.gaining() : effect.losing();
            var together = numbers.values().stream().allMatch(each -> each.size() == 1);
            say(verb, people, together ? what(access) : texts.text("previews.access"), where(names));
        }
    }

    /** The actions, when they are the same in each area; the same people gain or lose all of them. */
    private String what(Map<UUID, Access> access) {
        var first = access.values().iterator().next();
        return access.values().stream().allMatch(first::equals)
                ? first.words().stream()
                        .map(word -> texts.text("ui.access." + word))
                        .collect(Collectors.joining(", "))
                : texts.text("previews.access");
    }

    private String where(Map<UUID, String> names) {
        return names.size() == 1 ? names.values().iterator().next() : texts.text("previews.areas", names.size());
    }

    private void partners(boolean gain, String verb) {
        var keys = effect.partners().stream()
                .filter(of -> Effect.number(gain).applyAsLong(of) > 0)
                .map(Effect.OfPartner::key)
                .toList();
        if (!keys.isEmpty()) {
            var people = gain ? effect.gaining() : effect.losing();
            say(verb, people, keys.size() == 1 ? keys.getFirst() : texts.text("previews.partners", keys.size()));
        }
    }

    /** Only the first part says that people are counted. */
    private void say(String verb, Object... arguments) {
        parts.add(texts.text((parts.isEmpty() ? "previews." : "previews.also.") + verb, arguments));
    }

    /** What happens to one user, as it stands beside his name. */
    static String single(Effect.Single single, Texts texts) {
        var verb = "previews.one." + (single.after() ? "gains" : "loses");
        return switch (single.in()) {
            case InArea in ->
                texts.text(verb, texts.text("ui.access." + in.action().word()), in.name());
            case Count of -> texts.text(verb + ".data", ((Effect.OfPartner) of).key());
        };
    }
}
