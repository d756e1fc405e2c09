package io.bailiwick.areas;

import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an application's pages live: scheme, host and, where it is unusual, port; as browsers write an `Origin`. */
final class Origins {
    private static final int MOST = 20;
    private static final Pattern FORM = Pattern.compile(
            "(https?)://([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])(?::([0-9]{1,5}))?/?");

    private Origins() {}

    /** The origins in the form that browsers send, each once; what is wrong is added to the faults. */
    static List<String> read(@Nullable List<String> texts, List<Fault> faults) {
        var origins = new LinkedHashSet<String>();
        if (texts == null) {
            return List.of();
        }
        if (texts.size() > MOST) {
            faults.add(new Fault("origins", "Name at most " + MOST + " origins."));
            return List.of();
        }
        for (var index = 0; index < texts.size(); index++) {
            origins.add(origin("origins[" + index + "]", texts.get(index), faults));
        }
        return List.copyOf(origins);
    }

    private static String origin(String field, @Nullable String text, List<Fault> faults) {
        var form = FORM.matcher(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches() || (form.group(3) != null && Integer.parseInt(form.group(3)) > 65_535)) {
            faults.add(
                    new Fault(
                            field,
                            "`" + text
                                    + "` is no origin. Write `https://`, the host and, where needed, a port: no path, no query."));
            return "";
        }
        var usual = form.group(1).equals("https") ? "443" : "80";
        var port = form.group(3) == null || form.group(3).equals(usual) ? "" : ":" + Integer.parseInt(form.group(3));
        return form.group(1) + "://" + form.group(2) + port;
    }
}
