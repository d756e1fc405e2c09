package io.bailiwick.groups;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
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

    String delete(
            Model model,
            HttpServletResponse response,
            Group group,
            MultiValueMap<String, String> posted,
            Refusal.Unconfirmed unconfirmed) {
        var effects = unconfirmed.difference() instanceof Groups.Deletion deletion
                ? effects(deletion.opens())
                : List.<String>of();
        response.setStatus(HttpStatus.CONFLICT.value());
        return ask(model, group, posted, unconfirmed, effects);
    }

    private String ask(
            Model model,
            Group group,
            MultiValueMap<String, String> posted,
            Refusal.Unconfirmed unconfirmed,
            List<String> effects) {
        var back = "/groups/" + group.id();
        return new Confirmation(
                        phrases.text("groups.delete.confirm.title", group.name()),
                        unconfirmed.detail(),
                        effects,
                        back + "/delete",
                        again(posted, unconfirmed.token()),
                        phrases.text("groups.delete.confirm.button", group.name()),
                        back,
                        true)
                .in(
                        model,
                        Crumb.of(phrases.text("ui.nav.directory")),
                        Crumb.of(phrases.text("groups.title"), "/groups"),
                        Crumb.of(group.name(), back));
    }

    private static List<Field> again(MultiValueMap<String, String> posted, String token) {
        var fields = new ArrayList<>(again(posted));
        fields.add(new Field("confirm", token));
        return List.copyOf(fields);
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
                        phrases.text("groups.opens." + opening.because(), opening.area(), words(opening.access())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (openings.size() > EFFECTS) {
            effects.add(phrases.text("groups.opens.more", openings.size() - EFFECTS));
        }
        return List.copyOf(effects);
    }

    private String words(List<String> access) {
        return access.stream().map(word -> phrases.text("ui.access." + word)).collect(Collectors.joining(", "));
    }
}
