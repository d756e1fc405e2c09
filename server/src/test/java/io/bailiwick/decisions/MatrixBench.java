package io.bailiwick.decisions;

import com.microsoft.playwright.Page;
import io.bailiwick.BailiwickApplication;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import io.bailiwick.groups.GroupId;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Says how heavy the matrix of a group is with five hundred areas, and how long an edit takes, in Chromium. */
@SuppressWarnings("SystemOut") // its figures are what it is for
public final class MatrixBench {
    private static final int WARM = 10;
    private static final int TURNS = 40;

    /** Chooses, and waits until the row's result and the bar are others than before, and drawn. */
    private static final String EDIT = """
            input => new Promise(done => {
              const row = input.closest("tr").querySelector("[id^='r-']").id;
              const bar = document.getElementById("savebar");
              const result = document.getElementById(row);
              const begun = performance.now();
              const look = new MutationObserver(() => {
                if (document.getElementById("savebar") === bar || document.getElementById(row) === result) return;
                look.disconnect();
                requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
              });
              look.observe(document.body, { childList: true, subtree: true });
              input.click();
            })""";

    private static final String WEIGHT = """
            () => ["navigation", "resource"].flatMap(type => performance.getEntriesByType(type))
              .reduce((sum, each) => sum + each.transferSize, 0)""";

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
        System.out.printf(
                Locale.ROOT,
                "%-44s %12s %10s %10s%n",
                "milliseconds, click to row and bar",
                "members",
                "median",
                "p95");
        bench.groups.stream()
                .sorted(Comparator.comparingLong(bench::members))
                .limit(1)
                .forEach(this::time);
        time(bench.groups.get(2));
        time(all);
    }

    private void weigh(String what, String path) {
        try (var window = signedIn()) {
            var page = window.open(path);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            System.out.printf(Locale.ROOT, "%-44s %,12d%n", what, ((Number) page.evaluate(WEIGHT)).longValue());
        }
    }

    private void time(GroupId group) {
        try (var window = signedIn()) {
            var page = window.open("/groups/" + group + "?open=shop");
            var times = new ArrayList<Double>();
            for (int turn = 0; turn < WARM + TURNS; turn++) {
                var took = edit(page, turn);
                if (turn >= WARM) {
                    times.add(took);
                }
            }
            times.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %,12d %10.1f %10.1f%n",
                    "an edit",
                    bench.members(group),
                    times.get(TURNS / 2),
                    times.get(TURNS * 95 / 100));
        }
    }

    /** Another row each time: what is chosen grows. */
    private static double edit(Page page, int turn) {
        var row = page.locator("tbody tr:has([name^='c.'])").nth(turn);
        var cell = row.locator(
                        "[name$='.delete']:not(:checked)[value=allow], [name$='.delete']:not(:checked)[value=deny]")
                .first();
        return ((Number) cell.evaluate(EDIT)).doubleValue();
    }

    private Window signedIn() {
        var visitor = new Visitor(HttpClient.newHttpClient(), context.getBean(JsonMapper.class), base);
        visitor.signIn(bench.ada);
        var window = Browser.window(base, Look.LIGHT_WIDE);
        visitor.cookies().forEach(window::cookie);
        return window;
    }
}
