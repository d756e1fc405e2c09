package io.bailiwick.ui;

import java.util.List;
import org.springframework.ui.Model;

/**
 * A question before something that destroys or opens; drawn by the view {@code ui/confirm} under the name
 * {@code confirmation}, beside {@code crumbs}.
 *
 * @param title the question: {@code Delete Network engineers?}
 * @param consequence what will happen, in numbers
 * @param effects the single effects, perhaps none
 * @param action where the answer is posted
 * @param fields what is posted along, such as the form's values and the token {@code confirm}
 * @param button what the button says, naming the act
 * @param back where Cancel leads
 * @param destructive whether it is drawn as dangerous
 * @param keeps whether Cancel leads back with everything that was typed: it posts the fields with {@code find}
 */
public record Confirmation(
        String title,
        String consequence,
        List<String> effects,
        String action,
        List<Field> fields,
        String button,
        String back,
        boolean destructive,
        boolean keeps) {
    /** A question behind which no form stands. */
    public Confirmation(
            String title,
            String consequence,
            List<String> effects,
            String action,
            List<Field> fields,
            String button,
            String back,
            boolean destructive) {
        this(title, consequence, effects, action, fields, button, back, destructive, false);
    }

    /** The view that draws it. */
    public static final String VIEW = "ui/confirm";

    /** Puts the question into the model, below these breadcrumbs, and names the view. */
    public String in(Model model, Crumb... crumbs) {
        model.addAttribute("confirmation", this);
        model.addAttribute("crumbs", List.of(crumbs));
        return VIEW;
    }

    /**
     * A hidden field.
     *
     * @param name its name; may occur several times
     * @param value its value
     */
    public record Field(String name, String value) {}
}
