package io.bailiwick.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the server does not start. */
final class InvalidAdministratorAnalyzer extends AbstractFailureAnalyzer<InvalidAdministrator> {
    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidAdministrator cause) {
        return new FailureAnalysis(
                "The first Administrator cannot be made. " + cause.getMessage(),
                "Correct both settings, or leave both out and follow the one-time link that the log then shows.",
                cause);
    }
}
