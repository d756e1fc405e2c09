package io.bailiwick.database;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Where the rows are.
 *
 * @param dataDir the folder of the embedded database; unused when a server is named
 * @param database the server to use instead, and how
 */
@ConfigurationProperties("bailiwick")
record DatabaseSettings(
        @DefaultValue("data") Path dataDir, @DefaultValue Server database) implements CheckedSettings {
    private static final int FEWEST_CONNECTIONS = 4;
    private static final int MOST_CONNECTIONS = 80;

    /**
     * A PostgreSQL server.
     *
     * @param url {@code jdbc:postgresql://host:port/name}; the embedded database when absent
     * @param user whom to sign in as
     * @param password of that user
     * @param connections how many connections each node holds at most
     */
    record Server(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("20") int connections) {
        /** Never the password. */
        @Override
        public String toString() {
            return "Server[url=%s, user=%s, connections=%d]".formatted(url, user, connections);
        }
    }

    @Override
    public void check(SettingFaults faults) {
        var url = database.url();
        if (StringUtils.hasText(url) && !url.startsWith("jdbc:postgresql://")) {
            faults.add("bailiwick.database.url", "must be an address such as `jdbc:postgresql://host:5432/bailiwick`");
        }
        if (!StringUtils.hasText(url)
                && (StringUtils.hasText(database.user()) || StringUtils.hasText(database.password()))) {
            faults.add("bailiwick.database.url", "must be set when a user or a password for it is");
        }
        if (database.connections() < FEWEST_CONNECTIONS || database.connections() > MOST_CONNECTIONS) {
            faults.add(
                    "bailiwick.database.connections",
                    "must be from %d to %d, not %d"
                            .formatted(FEWEST_CONNECTIONS, MOST_CONNECTIONS, database.connections()));
        }
    }
}
