package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails the class after which a statement was seen that forgot its account. */
public final class StatementsAreWatched implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
        var statements = SpringExtension.getApplicationContext(context).getBean(Statements.class);
        assertThat(statements.faults().values())
                .as("statements that do not say of which account")
                .isEmpty();
    }
}
