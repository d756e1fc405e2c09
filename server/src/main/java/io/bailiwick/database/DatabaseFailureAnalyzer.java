package io.bailiwick.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Without its database the server does not start; the failure's sentence says why, and needs no stack trace. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseFailure> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseFailure cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
