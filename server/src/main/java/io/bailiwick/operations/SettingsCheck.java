package io.bailiwick.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** Reads the settings of all modules before the first bean is made, and reports everything that is wrong with them at once. */
final class SettingsCheck implements BeanFactoryPostProcessor {
    private static final String OURS = "io.bailiwick.";

    private final ApplicationContext context;

    SettingsCheck(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var faults = new SettingFaults();
        var binder = Binder.get(context.getEnvironment());
        for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            var type = beans.getType(name);
            if (type != null && type.getName().startsWith(OURS)) {
                read(binder, type, faults);
            }
        }
        var sentences = faults.sentences();
        if (sentences.isEmpty() && context instanceof WebServerApplicationContext) {
            sentences = new FreePorts(context.getEnvironment()).faults();
        }
        if (!sentences.isEmpty()) {
            throw new WrongSettings(sentences);
        }
    }

    /** Reads and checks settings; null when they are too wrong to be made. */
    static <T> @Nullable T read(Binder binder, Class<T> type, SettingFaults faults) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        var settings = binder.bindOrCreate(prefix, Bindable.of(type), new ConversionFaults(faults));
        if (settings instanceof CheckedSettings checked) {
            checked.check(faults);
        }
        return settings;
    }
}
