package io.bailiwick.ui;

import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Finds {@code users/list.jte} for the view name {@code users/list}; {@code redirect:/users} answers 303. */
final class JteViewResolver implements ViewResolver, Ordered {
    private static final String REDIRECT = "redirect:";

    private final TemplateEngine engine;
    private final Uis uis;

    JteViewResolver(TemplateEngine engine, Uis uis) {
        this.engine = engine;
        this.uis = uis;
    }

    /** The view of a template that is known to be there. */
    JteView page(String name) {
        return new JteView(engine, name + ".jte", uis);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) {
            var redirect = new RedirectView(name.substring(REDIRECT.length()), true, false, false);
            redirect.setStatusCode(HttpStatus.SEE_OTHER);
            return redirect;
        }
        return engine.hasTemplate(name + ".jte") ? page(name) : null;
    }
}
