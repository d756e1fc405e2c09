package io.bailiwick.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.View;

/** Renders a page's template; its parameters come from the model, {@code ui} is added. */
final class JteView implements View {
    private static final String TYPE = "text/html;charset=UTF-8";

    private final TemplateEngine engine;
    private final String template;
    private final Uis uis;

    JteView(TemplateEngine engine, String template, Uis uis) {
        this.engine = engine;
        this.template = template;
        this.uis = uis;
    }

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = new HashMap<String, Object>();
        if (model != null) {
            values.putAll(model);
        }
        values.computeIfAbsent("ui", name -> uis.of(request, response));
        var output = new Utf8ByteOutput();
        engine.render(template, parameters(values), output);
        response.setContentType(TYPE);
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private Map<String, Object> parameters(Map<String, Object> values) {
        var wrong = new TreeSet<String>();
        var parameters = new Parameters(template);
        engine.getParamInfo(template).forEach((name, type) -> {
            var value = values.get(name);
            if (value != null && !ClassUtils.isAssignableValue(type, value)) {
                wrong.add("`" + name + "` is a " + value.getClass().getName() + ", not a " + type.getName());
            } else if (values.containsKey(name)) {
                parameters.put(name, value);
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("template `" + template + "`: " + String.join(", ", wrong));
        }
        return parameters;
    }

    /** A template gets what has no default, and gets-or-defaults the rest: only the first must be there. */
    private static final class Parameters extends HashMap<String, Object> {
        private final String template;

        Parameters(String template) {
            this.template = template;
        }

        @Override
        public @Nullable Object get(Object name) {
            if (!containsKey(name)) {
                throw new IllegalStateException("template `" + template + "`: the model lacks `" + name + "`");
            }
            return super.get(name);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}
