package io.bailiwick.users.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A button that writes a part of the search.
 *
 * @param id its name in the page
 * @param label what it narrows by
 * @param chosen the label of what is chosen, or null
 * @param choices where each choice leads
 * @param isCut whether there are more to choose from than are listed
 */
public record Facet(String id, String label, @Nullable String chosen, List<Choice> choices, boolean isCut) {
    public Facet {
        choices = List.copyOf(choices);
    }

    /** One choice. */
    public record Choice(String label, String href, boolean chosen) {}
}
