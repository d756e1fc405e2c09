package io.bailiwick.users.web;

import gg.jte.Content;
import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Ui;
import io.bailiwick.users.UserHead;
import org.jspecify.annotations.Nullable;

/** A card on the page of a user that a module above contributes, above the user's own form; they come in Spring's order. */
public interface UserPanel {
    /** The card, drawn by {@link io.bailiwick.ui.Parts}; null when there is nothing to show of this user to the actor. */
    @Nullable
    Content of(Ui ui, Actor actor, UserHead head);
}
