package io.bailiwick.operations;

import java.util.HashMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Translates {@link ListeningSettings} into Boot's own settings, unless they are wrong.
 * Boot reads its own so early that a wrong one would hide what else is wrong; {@link SettingsCheck} reports ours.
 */
final class ListeningEnvironment implements EnvironmentPostProcessor, Ordered {
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var faults = new SettingFaults();
        var settings = SettingsCheck.read(Binder.get(environment), ListeningSettings.class, faults);
        if (settings != null && faults.sentences().isEmpty()) {
            var translated = new HashMap<String, Object>();
            translated.put("server.address", settings.address().getHostAddress());
            translated.put("server.port", settings.port());
            translated.put(
                    "management.server.address", settings.managementAddress().getHostAddress());
            translated.put("management.server.port", settings.managementPort());
            if (settings.log() == ListeningSettings.LogFormat.JSON) {
                translated.put("logging.structured.format.console", JsonLog.class.getName());
            }
            environment.getPropertySources().addLast(new MapPropertySource("listening", translated));
        }
    }
}
