package io.bailiwick.operations;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server listens and how it writes its log.
 *
 * @param address of the panel and the API
 * @param port of the panel and the API; 0 for any free one
 * @param managementAddress of {@code /healthz}, {@code /readyz} and {@code /metrics}
 * @param managementPort of the same; 0 for any free one
 * @param log how a line of the log looks
 */
@ConfigurationProperties("bailiwick")
record ListeningSettings(
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8080") int port,
        @DefaultValue("127.0.0.1") InetAddress managementAddress,
        @DefaultValue("8081") int managementPort,
        @DefaultValue("text") LogFormat log)
        implements CheckedSettings {
    private static final int LAST_PORT = 65_535;

    /** For people, or one JSON object on a line for programs. */
    enum LogFormat {
        TEXT,
        JSON
    }

    @Override
    public void check(SettingFaults faults) {
        checkPort("bailiwick.port", port, faults);
        checkPort("bailiwick.management-port", managementPort, faults);
        if (port == managementPort && port != 0) {
            faults.add("bailiwick.management-port", "must differ from BAILIWICK_PORT, both are %d".formatted(port));
        }
    }

    private static void checkPort(String name, int port, SettingFaults faults) {
        if (port < 0 || port > LAST_PORT) {
            faults.add(name, "must be from 0 to %d, not %d".formatted(LAST_PORT, port));
        }
    }
}
