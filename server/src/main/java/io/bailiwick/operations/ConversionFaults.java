package io.bailiwick.operations;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.ClassUtils;

/** Notes values that cannot be what they should be, and goes on with the default. */
final class ConversionFaults implements BindHandler {
    private static final List<String> SECRETS = List.of("password", "secret", "token");
    private final SettingFaults faults;

    ConversionFaults(SettingFaults faults) {
        this.faults = faults;
    }

    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
        var type = ClassUtils.resolvePrimitiveIfNecessary(target.getType().toClass());
        faults.add(name.toString(), "must be %s%s".formatted(expected(type), given(name, error)));
        return null;
    }

    private static String given(ConfigurationPropertyName name, Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion && !isSecret(name)) {
                return ", not `%s`".formatted(conversion.getValue());
            }
        }
        return "";
    }

    private static boolean isSecret(ConfigurationPropertyName name) {
        return SECRETS.stream().anyMatch(name.toString()::contains);
    }

    private static String expected(Class<?> type) {
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (type == Boolean.class) {
            return "`true` or `false`";
        }
        if (type == Duration.class) {
            return "a duration such as `30s`";
        }
        if (type == URI.class) {
            return "an address such as `https://panel.example.com`";
        }
        if (InetAddress.class.isAssignableFrom(type)) {
            return "an IP address such as `127.0.0.1`";
        }
        return type.isEnum() ? "one of " + words(type) : "a readable value";
    }

    private static String words(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(word -> "`%s`".formatted(word.toString().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
