package io.bailiwick.previews;

import io.bailiwick.kernel.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a form would do if it were saved as it stands: drawn by {@code previews/_outlook}, and alone by the view {@link
 * #VIEW}, which pages ask for while the form is filled in.
 *
 * @param effect who gains and who loses what; null when nothing can be told
 * @param obstacles what saving would be refused for
 */
public record Outlook(@Nullable Effect effect, List<String> obstacles) {
    /** The view that draws it alone. */
    public static final String VIEW = "previews/outlook";

    public Outlook {
        obstacles = List.copyOf(obstacles);
    }

    /** Nothing was changed yet. */
    public static Outlook none() {
        return new Outlook(null, List.of());
    }

    /** This would come of it. */
    public static Outlook told(Effect effect) {
        return new Outlook(effect, List.of());
    }

    /**
     * What the button says that does it.
     *
     * @param deed what is done; null when what was typed is saved
     */
    public String doing(@Nullable String deed, Sentence.Texts texts) {
        if (effect == null) {
            return deed == null ? texts.text("ui.save") : deed;
        }
        return deed == null ? Sentence.ofSaving(effect, texts) : Sentence.ofDoing(deed, effect, texts);
    }

    /** What would come of it, or what stands against it. */
    public static Outlook of(Supplier<Effect> effect) {
        try {
            return new Outlook(effect.get(), List.of());
        } catch (Refusal.Invalid invalid) {
            return new Outlook(
                    null,
                    invalid.faults().stream()
                            .map(Refusal.Invalid.Fault::message)
                            .distinct()
                            .toList());
        } catch (Refusal.Conflict | Refusal.Beyond | Refusal.Stale | Refusal.Unavailable refused) {
            return new Outlook(null, List.of(refused.detail()));
        }
    }
}
