package io.bailiwick.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.util.StringUtils;

/** Says why the server does not start, and nothing else. */
final class PlainReporter implements FailureAnalysisReporter {
    private static final Logger log = LoggerFactory.getLogger(PlainReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        log.debug("The server does not start", analysis.getCause());
        var action = analysis.getAction();
        log.error(
                "Bailiwick does not start: {}",
                StringUtils.hasText(action) ? analysis.getDescription() + " " + action : analysis.getDescription());
    }
}
