package io.bailiwick.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Ui} of a request. */
final class Uis {
    static final String THEME_COOKIE = "bailiwick-theme";

    private final MessageSource messages;
    private final Viewers viewers;
    private final Navigation navigation;
    private final Assets assets;
    private final Timekeeper timekeeper;
    private final List<Notices> notices;

    Uis(
            MessageSource messages,
            Viewers viewers,
            Navigation navigation,
            Assets assets,
            Timekeeper timekeeper,
            List<Notices> notices) {
        this.messages = messages;
        this.viewers = viewers;
        this.navigation = navigation;
        this.assets = assets;
        this.timekeeper = timekeeper;
        this.notices = List.copyOf(notices);
    }

    Ui of(HttpServletRequest request, HttpServletResponse response) {
        return of(request, response, viewers.of(request));
    }

    Ui of(HttpServletRequest request, HttpServletResponse response, Optional<Viewer> viewer) {
        var texts = new Texts(messages, Locale.ENGLISH);
        var times = timekeeper.in(viewer.map(Viewer::zone).orElse(ZoneOffset.UTC));
        return new Ui(texts, times, surroundings(request, response, viewer), navigation, assets);
    }

    /** The sidebar as whoever asks may see it; takes no flash message from the page that will be shown. */
    List<Navigation.Group> navigation(HttpServletRequest request) {
        return viewers.of(request).map(navigation::of).orElse(List.of());
    }

    private Surroundings surroundings(
            HttpServletRequest request, HttpServletResponse response, Optional<Viewer> viewer) {
        var part = isPart(request);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        List<FlashMessage> flashes = part ? List.of() : FlashCookie.take(request, response);
        return new Surroundings(
                request.getMethod(),
                path(request),
                request.getQueryString(),
                part,
                theme(request),
                csrf,
                viewer,
                flashes,
                part || viewer.isEmpty() ? List.of() : notices(request));
    }

    /** A page that tells of a fault must come out while the fault lasts: what cannot be known is not shown. */
    private List<Notice> notices(HttpServletRequest request) {
        try {
            return notices.stream().flatMap(each -> each.of(request).stream()).toList();
        } catch (RuntimeException away) {
            return List.of();
        }
    }

    /** The path that the browser shows: on an error page that is the one that failed. */
    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    static @Nullable String theme(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, THEME_COOKIE);
        if (cookie == null) {
            return null;
        }
        return switch (cookie.getValue()) {
            case "light" -> "light";
            case "dark" -> "dark";
            default -> null;
        };
    }
}
