package io.bailiwick.signin;

import io.bailiwick.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On an empty database: makes the account and its first Administrator from the environment, or tells the one-time link to
 * the set-up page. Does nothing as soon as there is an account.
 */
@Component
@EnableConfigurationProperties(SetupSettings.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Setup setup;
    private final SetupSettings settings;
    private final WebServerApplicationContext context;

    FirstStart(Setup setup, SetupSettings settings, WebServerApplicationContext context) {
        this.setup = setup;
        this.settings = settings;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!setup.isDue()) {
            return;
        }
        if (settings.nameAdministrator()) {
            make();
        } else {
            LOG.info(
                    "Nobody can sign in yet. Set up this installation: {}/setup?token={}",
                    base(),
                    setup.link().text());
        }
    }

    private void make() {
        try {
            setup.completeUnlessDone(
                    new SetupForm("Bailiwick", "Administrator", settings.adminEmail(), settings.adminPassword()));
            LOG.info("The first Administrator is {}", settings.adminEmail());
        } catch (Refusal.Invalid invalid) {
            throw new InvalidAdministrator(invalid.faults().stream()
                    .map(fault -> setting(fault.field()) + ": " + fault.message())
                    .toList());
        }
    }

    private static String setting(String field) {
        return field.equals("password") ? "BAILIWICK_ADMIN_PASSWORD" : "BAILIWICK_ADMIN_EMAIL";
    }

    private String base() {
        var server = context.getWebServer();
        return settings.publicUrl().isBlank()
                ? "http://127.0.0.1:" + (server == null ? 0 : server.getPort())
                : settings.publicUrl().replaceFirst("/+$", "");
    }
}
