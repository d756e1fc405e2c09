package io.bailiwick.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Chromium, started once per JVM and shared by all tests of one thread. Every window is fresh: no cookie, no cache.
 * {@code try (var window = Browser.window("http://localhost:" + port, Look.LIGHT_WIDE)) { … }}
 */
public final class Browser {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private Browser() {}

    /** How a window is set up. */
    public enum Look {
        /** Light, 1440 pixels wide. */
        LIGHT_WIDE(ColorScheme.LIGHT, 1440, 900),
        /** Dark, a phone. */
        DARK_PHONE(ColorScheme.DARK, 390, 844),
        /** Light, as narrow as 1280 pixels at 400 %. */
        LIGHT_NARROW(ColorScheme.LIGHT, 320, 640);

        final ColorScheme scheme;
        final int width;
        final int height;

        Look(ColorScheme scheme, int width, int height) {
            this.scheme = scheme;
            this.width = width;
            this.height = height;
        }
    }

    /** A fresh window whose addresses start at the base; close it. */
    public static Window window(String base, Look look) {
        return window(base, look, true);
    }

    /** A fresh window in which no script runs. */
    public static Window windowWithoutScript(String base, Look look) {
        return window(base, look, false);
    }

    private static Window window(String base, Look look, boolean script) {
        var context = Holder.CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setColorScheme(look.scheme)
                .setViewportSize(look.width, look.height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setJavaScriptEnabled(script));
        return new Window(context, look, base);
    }

    /** One window; collects what the console and the page complain of. */
    public static final class Window implements AutoCloseable {
        /** Answers that are refusals, and requests that a newer one replaces or a page that is left gives up. */
        private static final List<String> EXPECTED =
                List.of("Failed to load resource", "Response Status Error Code", "htmx:sendAbort", "htmx:afterRequest");

        private final BrowserContext context;
        private final Page page;
        private final Look look;
        private final String base;
        private final List<String> complaints = new ArrayList<>();

        private Window(BrowserContext context, Look look, String base) {
            this.context = context;
            this.look = look;
            this.base = base;
            page = context.newPage();
            page.setDefaultTimeout(10_000);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && EXPECTED.stream().noneMatch(message.text()::startsWith)) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
        }

        /** The page, for everything that Playwright can do. */
        public Page page() {
            return page;
        }

        /** Puts a cookie, such as that of a session opened through the API, so that a test need not sign in again. */
        public Window cookie(String name, String value) {
            context.addCookies(List.of(new Cookie(name, value).setUrl(base)));
            return this;
        }

        /** Opens a path. */
        public Page open(String path) {
            page.navigate(path);
            return page;
        }

        /** Fails when axe finds anything that this look may show, the console complains, or it scrolls sideways. */
        public void assertNoViolations() {
            Accessibility.assertNoViolations(page, look);
            var wider = (Number)
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wider.intValue() > 0) {
                throw new AssertionError(page.url() + " is " + wider + " pixels wider than its window");
            }
            if (!complaints.isEmpty()) {
                throw new AssertionError(page.url() + " complains: " + complaints);
            }
        }

        /** Photographs the whole page into target/screenshots, if asked to by -Dbailiwick.photographs=true. */
        public void photograph(String name) {
            if (!Boolean.getBoolean("bailiwick.photographs")) {
                return;
            }
            var file =
                    name + "-" + look.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", file)));
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static final class Holder {
        static final com.microsoft.playwright.Browser CHROMIUM = start();

        /** The one without a window of its own starts in a third of the time. */
        private static Path executable() {
            var light = Path.of("/usr/bin/chromium-headless-shell");
            return Files.isExecutable(light) ? light : Path.of("/usr/bin/chromium");
        }

        private static com.microsoft.playwright.Browser start() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setHeadless(true)
                            .setArgs(FLAGS));
        }
    }
}
