package io.bailiwick.me;

import gg.jte.Content;
import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Ui;
import org.jspecify.annotations.Nullable;

/** A row on the own profile that a module above contributes; they come in Spring's order. */
public interface ProfilePanel {
    /** The row, drawn by {@link io.bailiwick.ui.Parts} with the kit's {@code peril}; null when it does not concern the actor. */
    @Nullable
    Content of(Ui ui, Actor actor);
}
