package io.bailiwick.previews;

import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Crumb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * The step before something is done: who gains and who loses what, and the button that does it. It works without script.
 *
 * @param title the question: {@code Save Invoices?}
 * @param deed what would be done
 * @param outlook who gains and who loses what, or what stands against it
 * @param question what is asked besides, since it opens or closes more than meets the eye; or null
 * @param asked the single things that are asked, perhaps none
 * @param action where the form is posted
 * @param fields what was typed, and the token that confirms what is asked
 * @param back where Cancel leads
 */
public record Review(
        String title,
        Deed deed,
        Outlook outlook,
        @Nullable String question,
        List<String> asked,
        String action,
        List<Field> fields,
        String back) {
    /** The view that draws it. */
    public static final String VIEW = "previews/review";

    public Review {
        asked = List.copyOf(asked);
        fields = List.copyOf(fields);
    }

    /**
     * What would be done.
     *
     * @param name as the button has it, before what comes of it; null when what was typed is saved
     * @param consequence what happens besides, or null
     * @param destructive whether it is drawn as dangerous
     */
    public record Deed(@Nullable String name, @Nullable String consequence, boolean destructive) {
        /** What was typed is saved. */
        public static final Deed SAVING = new Deed(null, null, false);

        /** Something is taken away. */
        public static Deed destroying(String name, @Nullable String consequence) {
            return new Deed(name, consequence, true);
        }
    }

    /** Puts the question into the model, below these breadcrumbs, and names the view. */
    public String in(Model model, List<Crumb> crumbs) {
        model.addAttribute("review", this);
        model.addAttribute("crumbs", crumbs);
        return VIEW;
    }

    /**
     * The fields of a posted form, to be posted again.
     *
     * @param token what confirms what is asked, or null
     */
    public static List<Field> again(Map<String, ? extends List<String>> posted, @Nullable String token) {
        var fields = new ArrayList<Field>();
        posted.forEach((name, values) -> values.stream()
                .filter(value -> !name.equals("confirm") && !name.equals("_csrf"))
                .forEach(value -> fields.add(new Field(name, value))));
        if (token != null) {
            fields.add(new Field("confirm", token));
        }
        return List.copyOf(fields);
    }
}
