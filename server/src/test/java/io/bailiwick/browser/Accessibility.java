package io.bailiwick.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import io.bailiwick.browser.Browser.Look;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What axe says of a page. A page without frames is asked at once; otherwise a second page puts together what each frame
 * answers, which takes twice as long.
 */
final class Accessibility {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What hangs on colours and sizes; everything else is the same in every look. */
    private static final List<String> OF_LOOKS =
            List.of("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable");

    private static final String ALIKE = "data-alike";

    /**
     * Marks each row that is built as one before it in its list, and answers with the other elements of the page in their
     * order. How something is built is whatever of it may matter to a rule.
     */
    private static final String BUILT = """
            alike => {
                const says = each => /^aria-(label|labelledby|describedby|controls)$/.test(each.name)
                    ? Boolean(each.value.trim())
                    : /^(role|aria-.*|type|class|tabindex)$/.test(each.name) ? each.value : '';
                const build = one => one.localName + Boolean(one.textContent.trim())
                    + [...one.attributes].map(each => each.name + says(each)).join();
                const whole = one => [one, ...one.querySelectorAll('*')].map(build).join('\\n');
                const seen = new Map();
                for (const row of document.querySelectorAll('tr, li, option')) {
                    const rows = seen.get(row.parentNode) ?? seen.set(row.parentNode, new Set()).get(row.parentNode);
                    const built = whole(row);
                    row.toggleAttribute(alike, rows.has(built));
                    rows.add(built);
                }
                return [...document.querySelectorAll('*')]
                    .filter(one => !one.closest(`[${alike}]`))
                    .map(build)
                    .join('\\n');
            }
            """;

    private static final Set<String> JUDGED = ConcurrentHashMap.newKeySet();

    private Accessibility() {}

    /**
     * Judges a page that is built as none before, and one that was not seen in this look by what hangs on looks. Of rows
     * that are built alike the first stands for all.
     */
    static void assertNoViolations(Page page, Look look) {
        var built = (String) page.evaluate(BUILT, ALIKE);
        var isNew = JUDGED.add(built);
        if (!JUDGED.add(look + built)) {
            return;
        }
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe = new AxeBuilder(page)
                .options(options)
                .exclude("[" + ALIKE + "]")
                .setLegacyMode(page.frames().size() == 1);
        var violations =
                (isNew ? axe.withTags(TAGS) : axe.withRules(OF_LOOKS)).analyze().getViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    page.url() + violations.stream().map(Accessibility::inWords).collect(Collectors.joining()));
        }
    }

    private static String inWords(Rule rule) {
        var places = rule.getNodes().stream()
                .limit(5)
                .map(node -> "\n    " + node.getHtml() + "\n      "
                        + node.getFailureSummary().replaceAll("\\s+", " "))
                .collect(Collectors.joining());
        return "\n  " + rule.getId() + ": " + rule.getHelp() + places;
    }
}
