package io.bailiwick.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the server does not start. */
final class NotEmptyAnalyzer extends AbstractFailureAnalyzer<NotEmpty> {
    @Override
    protected FailureAnalysis analyze(Throwable root, NotEmpty cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Choose an empty data directory with BAILIWICK_DATA_DIR, or start without --demo.",
                cause);
    }
}
