package io.bailiwick.decisions;

import io.bailiwick.BailiwickApplication;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import java.net.http.HttpClient;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Says how heavy the matrix of a group is with five hundred areas, in Chromium. */
@SuppressWarnings("SystemOut") // its figures are what it is for
public final class MatrixBench {
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
    }

    private void weigh(String what, String path) {
        try (var window = signedIn()) {
            var page = window.open(path);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
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
