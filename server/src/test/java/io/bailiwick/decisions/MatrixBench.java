package io.bailiwick.decisions;

import com.microsoft.playwright.options.LoadState;
import io.bailiwick.BailiwickApplication;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import io.bailiwick.groups.GroupId;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Says how heavy the matrix of a group is with five hundred areas, and how long an edit of it takes, in Chromium. */
@SuppressWarnings("SystemOut") // its figures are what it is for
public final class MatrixBench {
    private static final String WEIGHT = """
            () => ["navigation", "resource"].flatMap(type => performance.getEntriesByType(type))
              .reduce((sum, each) => sum + each.transferSize, 0)""";

    /**
     * Allows Delete on an area and waits until the letters of its row and the bar say so, then for the frame that shows
     * it, then until the bar tells who gains and who loses. Rows and bar are looked up anew, as parts of them are
     * replaced.
     */
    private static final String EDIT = """
            number => new Promise((told, failed) => {
              const rows = [...document.querySelectorAll("#areas tr")].filter(row => row.textContent.includes("/piece"));
              const cell = rows[number].querySelector("[name$='.delete'][value=allow]");
              const letters = () => document.getElementById("r-" + cell.name.split(".")[1]).firstElementChild.ariaLabel;
              const bar = () => document.querySelector("#savebar b")?.textContent ?? "";
              const before = { letters: letters(), bar: bar() };
              const times = {};
              const since = () => performance.now() - begun;
              const late = setTimeout(() => failed(new Error(
                JSON.stringify({ before, times, letters: letters(), bar: document.querySelector("#savebar")?.outerHTML }))), 20000);
              const look = () => {
                if (!times.there && letters() !== before.letters && bar() !== before.bar) {
                  times.there = since();
                  times.request = performance.getEntriesByType("resource").filter(one => one.name.endsWith("/draft")).at(-1)?.duration ?? 0;
                  requestAnimationFrame(() => setTimeout(() => { times.shown = since(); look(); }));
                }
                const sentence = document.querySelector("#told");
                if (times.there && !times.told && sentence && !sentence.hasAttribute("hx-trigger")) times.told = since();
                if (times.shown && times.told) {
                  observer.disconnect();
                  clearTimeout(late);
                  told(times);
                }
              };
              const observer = new MutationObserver(look);
              observer.observe(document.querySelector("#matrix"), { childList: true, subtree: true });
              performance.clearResourceTimings();
              const begun = performance.now();
              cell.click();
            })""";

    private static final Map<String, String> TIMES = new LinkedHashMap<>();

    static {
        TIMES.put("there", "its row and the bar");
        TIMES.put("request", "of it the request");
        TIMES.put("shown", "the frame that shows it");
        TIMES.put("told", "who gains and who loses");
    }

    private static final int WARM = 10;
    private static final int EDITS = 60;

    private final ApplicationContext context;
    private final BenchAccount bench;
    private final String base;

    private MatrixBench(ApplicationContext context, int users) {
        this.context = context;
        this.bench = new BenchAccount(context, users);
        this.base = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** @param arguments how many users; ten thousand when it is left out */
    public static void main(String[] arguments) {
        var number = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0].replace("_", ""));
        try (var context = new SpringApplicationBuilder(BailiwickApplication.class)
                .properties("logging.level.root=warn", "bailiwick.port=0", "bailiwick.management-port=0")
                .run()) {
            new MatrixBench(context, number).run();
        }
        System.exit(0); // Chromium's driver would keep the process.
    }

    private void run() {
        var all = bench.groups.getFirst();
        System.out.printf(Locale.ROOT, "%-44s %12s%n", "bytes over the wire, nothing cached", "");
        weigh("the group's page, " + BenchAccount.AREAS + " areas folded", "/groups/" + all);
        weigh("unfolded: a page of 200 areas", "/groups/" + all + "?open=shop");
        System.out.printf("%n%-44s %10s %10s %10s%n", "milliseconds from the click on", "median", "p95", "most");
        time("everybody", all);
        time("some", bench.groups.getLast());
    }

    /** Each edit comes on top of those before it, as somebody makes them. */
    private void time(String whose, GroupId group) {
        System.out.printf(Locale.ROOT, "a group of %s, %,d members%n", whose, bench.members(group));
        try (var window = signedIn()) {
            var page = window.open("/groups/" + group + "?open=shop");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            var measured = new LinkedHashMap<String, List<Double>>();
            for (int edit = 0; edit < WARM + EDITS; edit++) {
                var times = (Map<?, ?>) page.evaluate(EDIT, edit);
                if (edit >= WARM) {
                    TIMES.forEach((time, what) -> measured.computeIfAbsent(what, first -> new ArrayList<>())
                            .add(((Number) Objects.requireNonNull(times.get(time))).doubleValue()));
                }
            }
            measured.forEach(MatrixBench::say);
        }
    }

    private static void say(String what, List<Double> times) {
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "  %-42s %10.1f %10.1f %10.1f%n",
                what,
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100),
                times.getLast());
    }

    private void weigh(String what, String path) {
        try (var window = signedIn()) {
            var page = window.open(path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            System.out.printf(Locale.ROOT, "%-44s %,12d%n", what, ((Number) page.evaluate(WEIGHT)).longValue());
        }
    }

    private Window signedIn() {
        var visitor = new Visitor(HttpClient.newHttpClient(), context.getBean(JsonMapper.class), base);
        visitor.signIn(bench.ada);
        var window = Browser.window(base, Look.LIGHT_WIDE);
        visitor.cookies().forEach(window::cookie);
        return window;
    }
}
