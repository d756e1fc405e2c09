package io.bailiwick.ui;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import java.util.Map;

/** Parts of pages that one module draws on the page of another, which has left room for them. */
public final class Parts {
    private final TemplateEngine engine;

    Parts(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * The part, drawn when the page is.
     *
     * @param template below {@code jte}, without its ending, such as {@code invitations/_panel}
     * @param values all of its parameters but those that have a default
     */
    public Content of(String template, Map<String, Object> values) {
        return output -> engine.render(template + ".jte", values, output);
    }
}
