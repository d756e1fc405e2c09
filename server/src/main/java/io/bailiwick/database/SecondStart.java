package io.bailiwick.database;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Refuses to start on a data directory that another server holds, as soon as the settings are read and before anything is
 * made. The database takes hold of it later; a command on the same machine shares it.
 */
final class SecondStart implements ApplicationListener<ApplicationContextInitializedEvent> {
    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        if (event.getApplicationContext() instanceof WebServerApplicationContext
                && !StringUtils.hasText(environment.getProperty("bailiwick.database.url"))) {
            requireFree(environment);
        }
    }

    private static void requireFree(Environment environment) {
        try {
            var settings = Binder.get(environment).bindOrCreate("bailiwick", DatabaseSettings.class);
            DataDirectory.requireFree(settings.dataDir());
        } catch (BindException wrong) {
            // What is wrong with the settings is told once all of them have been read.
        }
    }
}
