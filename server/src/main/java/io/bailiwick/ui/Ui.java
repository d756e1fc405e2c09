package io.bailiwick.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template is given as {@code ui}: texts, times, numbers, the reader, and the request's surroundings. One
 * per request; nothing in it writes.
 */
public final class Ui {
    private final Texts texts;
    private final Times times;
    private final Surroundings surroundings;
    private final Navigation navigation;
    private final Assets assets;

    Ui(Texts texts, Times times, Surroundings surroundings, Navigation navigation, Assets assets) {
        this.texts = texts;
        this.times = times;
        this.surroundings = surroundings;
        this.navigation = navigation;
        this.assets = assets;
    }

    /**
     * A text from the message files. Numbers are grouped; words of users are isolated, so that they cannot turn the
     * direction of the sentence.
     *
     * @throws org.springframework.context.NoSuchMessageException when no file has the key
     */
    public String text(String key, @Nullable Object... arguments) {
        return texts.text(key, arguments);
    }

    /** What a flash message says; empty when a forged one names no text of ours. */
    public String text(FlashMessage flash) {
        return texts.textOrEmpty(flash.key(), FlashCookie.values(flash));
    }

    /** A grouped number: {@code 1,284}. */
    public String number(long number) {
        return texts.number(number);
    }

    /** A moment as people say it: {@code 5 min ago}, {@code Yesterday, 17:20}, {@code 12 Nov}. */
    public String ago(Instant moment) {
        return times.relative(moment);
    }

    /** A moment in full, with the reader's zone: {@code 12 Nov 2026, 17:20:05 (Europe/Berlin, UTC+01:00)}. */
    public String exact(Instant moment) {
        return times.exact(moment);
    }

    /** Where a static file is served, such as {@code app.css}. */
    public String asset(String name) {
        return assets.path(name);
    }

    /** Where a symbol of {@code icons.svg} is served; throws when there is none of that name. */
    public String symbol(String name) {
        return assets.symbol(name);
    }

    /** The signed-in reader. */
    public Optional<Viewer> viewer() {
        return surroundings.viewer();
    }

    /** The path of the request, without query. */
    public String path() {
        return surroundings.path();
    }

    /** The path of the request with its query. */
    public String here() {
        return surroundings.query() == null ? path() : path() + "?" + surroundings.query();
    }

    /** Whether htmx asked for a part: then the layout leaves out everything around the page's content. */
    public boolean part() {
        return surroundings.part();
    }

    /** {@code light}, {@code dark}, or null when the browser's preference counts. */
    public @Nullable String theme() {
        return surroundings.theme();
    }

    /** The token that every posting form carries, null when the request has none. */
    public @Nullable CsrfToken csrf() {
        return surroundings.csrf();
    }

    /** What the page before this one had to say. */
    public List<FlashMessage> flashes() {
        return surroundings.flashes();
    }

    /** What the reader is reminded of on every page. */
    public List<Notice> notices() {
        return surroundings.notices();
    }

    /** The sidebar as this reader may see it. */
    public List<Navigation.Group> navigation() {
        return surroundings.viewer().map(navigation::of).orElse(List.of());
    }

    /** Whether the sidebar leads this reader to the page. */
    public boolean leadsTo(String href) {
        return navigation().stream()
                .flatMap(group -> group.items().stream())
                .anyMatch(item -> item.href().equals(href));
    }

    /** The list from which the present page was opened, if the sidebar leads this reader there. */
    public Optional<NavItem> list() {
        return navigation.current(path()).filter(item -> !item.href().equals(path()) && leadsTo(item.href()));
    }

    /** The sidebar's entry under which the present page lies: the one with the longest matching path. */
    public boolean current(NavItem item) {
        return navigation.current(path()).filter(item::equals).isPresent();
    }

    /** The headline of an error page. */
    public String title(ErrorPage error) {
        var title = error.title();
        return title == null ? text("ui.error." + error.textStatus() + ".title") : title;
    }

    /** The sentence of an error page. */
    public String detail(ErrorPage error) {
        var detail = error.detail();
        return detail == null ? text("ui.error." + error.textStatus() + ".detail") : detail;
    }
}
