package io.bailiwick.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What axe says of a page. A page without frames is asked at once; otherwise a second page puts together what each frame
 * answers, which takes twice as long.
 */
final class Accessibility {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Accessibility() {}

    static void assertNoViolations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var violations = new AxeBuilder(page)
                .options(options)
                .withTags(TAGS)
                .setLegacyMode(page.frames().size() == 1)
                .analyze()
                .getViolations();
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
