package io.bailiwick.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the rows are.
 *
 * @param dataDir the folder of the embedded database; unused when a server is named
 * @param database the server to use instead, and how
 */
@Validated
@ConfigurationProperties("bailiwick")
record DatabaseSettings(
        @DefaultValue("data") Path dataDir,
        @Valid @DefaultValue Database database) {
    /**
     * A PostgreSQL server.
     *
     * @param url `jdbc:postgresql://host:port/name`; the embedded database when absent
     * @param connections how many connections each node holds at most
     */
    record Database(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,

            @Min(value = 2, message = "must be at least 2")
            @Max(value = 80, message = "must be at most 80")
            @DefaultValue("20")
            int connections) {
        @AssertTrue(message = "must be an address such as `jdbc:postgresql://host:5432/bailiwick`")
        boolean isUrl() {
            return url == null || url.startsWith("jdbc:postgresql:");
        }
    }
}
