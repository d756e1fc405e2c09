package io.bailiwick.areas;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.previews.Outlook;
import io.bailiwick.previews.Review;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page that asks before something is destroyed or opened. */
@Component
class Asking {
    private static final int MOST = 40;

    private final Phrases phrases;
    private final ConsequenceWords words;

    Asking(Phrases phrases, ConsequenceWords words) {
        this.phrases = phrases;
        this.words = words;
    }

    /**
     * Asks before a deletion that nothing stands against.
     *
     * @param module whose texts are used: `areas` or `applications`
     * @param outlook who would gain and who would lose what
     * @param question what is asked besides
     */
    String delete(
            Model model,
            String module,
            String name,
            String here,
            long version,
            int count,
            Outlook outlook,
            Optional<Refusal.Unconfirmed> question) {
        var fields = new ArrayList<Field>();
        fields.add(new Field("version", Long.toString(version)));
        question.ifPresent(asked -> fields.add(new Field("confirm", asked.token())));
        var deed = Review.Deed.destroying(
                phrases.text(module + ".delete.button", name), phrases.text(module + ".delete.consequence", count));
        return new Review(
                        phrases.text(module + ".delete.title", name),
                        deed,
                        outlook,
                        question.map(Refusal::detail).orElse(null),
                        question.map(this::effects).orElse(List.of()),
                        here + "/delete",
                        fields,
                        here)
                .in(model, crumbs(module, name, here));
    }

    /** Asks anew, now that it is known what would open. */
    String anew(
            Model model,
            Refusal.Unconfirmed unconfirmed,
            String module,
            String texts,
            String name,
            String here,
            String action,
            List<Field> fields) {
        var all = new ArrayList<>(fields);
        all.add(new Field("confirm", unconfirmed.token()));
        var confirmation = new Confirmation(
                phrases.text(module + "." + texts + ".title", name),
                unconfirmed.detail(),
                effects(unconfirmed),
                action,
                all,
                phrases.text(module + "." + texts + ".button", name),
                here,
                true);
        model.addAttribute("confirmation", confirmation);
        model.addAttribute("crumbs", crumbs(module, name, here));
        return Confirmation.VIEW;
    }

    /** What is asked, one by one. */
    List<String> effects(Refusal.Unconfirmed unconfirmed) {
        var difference = unconfirmed.difference() instanceof ImportReport report
                ? report.consequences()
                : unconfirmed.difference();
        if (!(difference instanceof List<?> consequences)) {
            return List.of();
        }
        var effects = new ArrayList<String>();
        for (var each : consequences) {
            if (each instanceof Consequence consequence && effects.size() < MOST) {
                effects.add(words.of(consequence));
            }
        }
        if (consequences.size() > MOST) {
            effects.add(phrases.text("areas.consequence.more", consequences.size() - MOST));
        }
        return effects;
    }

    private List<Crumb> crumbs(String module, String name, String here) {
        return List.of(
                Crumb.of(phrases.text("ui.nav.govern")),
                Crumb.of(phrases.text(module + ".title"), "/" + module),
                Crumb.of(name, here));
    }
}
