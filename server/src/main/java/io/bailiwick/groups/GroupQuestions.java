package io.bailiwick.groups;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.previews.Outlook;
import io.bailiwick.previews.Review;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Asks before a group opens more than meets the eye. */
@Component
class GroupQuestions {
    private static final int EFFECTS = 12;
    private static final Set<String> NOT_POSTED_AGAIN = Set.of("_csrf", "confirm", "do");

    private final Phrases phrases;

    GroupQuestions(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Asks before a group is deleted.
     *
     * @param unconfirmed what is asked besides, or null
     */
    String delete(
            Model model,
            Group group,
            MultiValueMap<String, String> posted,
            Outlook outlook,
            Refusal.@Nullable Unconfirmed unconfirmed) {
        var here = "/groups/" + group.id();
        var asked = unconfirmed != null && unconfirmed.difference() instanceof Deletions.Opens opening
                ? effects(opening.opens())
                : List.<String>of();
        var fields = new ArrayList<>(again(posted));
        if (unconfirmed != null) {
            fields.add(new Field("confirm", unconfirmed.token()));
        }
        var title = unconfirmed == null ? "groups.delete.title" : "groups.delete.confirm.title";
        return new Review(
                        phrases.text(title, group.name()),
                        Review.Deed.destroying(phrases.text("groups.delete.button", group.name()), null),
                        outlook,
                        unconfirmed == null ? null : unconfirmed.detail(),
                        asked,
                        here + "/delete",
                        fields,
                        here + "/delete")
                .in(
                        model,
                        List.of(
                                Crumb.of(phrases.text("ui.nav.directory")),
                                Crumb.of(phrases.text("groups.title"), "/groups"),
                                Crumb.of(group.name(), here)));
    }

    /** The same as was posted, but for what is asked anew. */
    static List<Field> again(MultiValueMap<String, String> posted) {
        var fields = new ArrayList<Field>();
        posted.forEach((name, values) -> values.stream()
                .filter(value -> !NOT_POSTED_AGAIN.contains(name))
                .forEach(value -> fields.add(new Field(name, value))));
        return List.copyOf(fields);
    }

    /** What opens without saying so, area by area. */
    List<String> effects(List<Consequences.Opening> openings) {
        var effects = openings.stream()
                .limit(EFFECTS)
                .map(opening ->
                        phrases.text("groups.opens." + opening.because(), name(opening), words(opening.access())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (openings.size() > EFFECTS) {
            effects.add(phrases.text("groups.opens.more", openings.size() - EFFECTS));
        }
        return List.copyOf(effects);
    }

    private String name(Consequences.Opening opening) {
        var area = opening.area();
        return area == null ? phrases.text("groups.opens.unseen") : area;
    }

    private String words(List<String> access) {
        return access.stream().map(word -> phrases.text("ui.access." + word)).collect(Collectors.joining(", "));
    }
}
