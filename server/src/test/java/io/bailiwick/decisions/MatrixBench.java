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
import java.util.List;
import java.util.Locale;
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
     * Chooses "allow" in a cell and waits until the letters of its row and the bar are others, for the frame that shows
     * it, and until the bar tells who gains and who loses.
     */
    private static final String EDIT = """
            number => new Promise(told => {
              const cell = document.querySelectorAll("#areas [name^='c.'][name$='.delete'][value=allow]")[number];
              const letters = document.getElementById("r-" + cell.name.split(".")[1]);
              const bar = document.querySelector("#savebar");
              const since = () => performance.now() - begun;
              const begun = performance.now();
              let there, shown;
              new MutationObserver((changes, observer) => {
                if (letters.isConnected || bar.isConnected) return;
                if (!there) {
                  there = since();
                  requestAnimationFrame(() => setTimeout(() => { shown = since(); }));
                }
                const sentence = document.querySelector("#told");
                if (sentence.hasAttribute("hx-trigger")) return;
                observer.disconnect();
                const last = since();
                const answer = () => shown ? told([there, shown, last]) : setTimeout(answer);
                answer();
              }).observe(document.querySelector("#matrix"), { childList: true, subtree: true });
              cell.click();
            })""";

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
        var few = bench.groups.getLast();
        System.out.printf(Locale.ROOT, "%-44s %12s%n", "bytes over the wire, nothing cached", "");
        weigh("the group's page, " + BenchAccount.AREAS + " areas folded", "/groups/" + all);
        weigh("unfolded: a page of 200 areas", "/groups/" + all + "?open=shop");
        System.out.printf("%n%-44s %10s %10s %10s%n", "milliseconds from the click on", "median", "p95", "most");
        time("a group of " + bench.members(all) + " members", all);
        time("a group of " + bench.members(few) + " members", few);
    }

    /** Each edit comes on top of those before it, as somebody makes them. */
    private void time(String what, GroupId group) {
        try (var window = signedIn()) {
            var page = window.open("/groups/" + group + "?open=shop");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            var there = new ArrayList<Double>();
            var shown = new ArrayList<Double>();
            var sentence = new ArrayList<Double>();
            for (int edit = 0; edit < WARM + EDITS; edit++) {
                var times = (List<?>) page.evaluate(EDIT, edit);
                if (edit >= WARM) {
                    there.add(((Number) times.get(0)).doubleValue());
                    shown.add(((Number) times.get(1)).doubleValue());
                    sentence.add(((Number) times.get(2)).doubleValue());
                }
            }
            say(what + ": letters and bar", there);
            say("the next frame", shown);
            say("who gains and who loses", sentence);
        }
    }

    private static void say(String what, List<Double> times) {
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-44s %10.1f %10.1f %10.1f%n",
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
