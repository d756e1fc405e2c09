package io.bailiwick.flows;

import io.bailiwick.model.AllowList;
import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.IpRange;
import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are delivered.
 *
 * @param privateNetworks addresses and networks that endpoints may lie in although they are not public ones
 * @param timeout how long an endpoint may take to answer
 * @param retry how long is waited before a delivery is tried a second time; each further wait is four times as long
 * @param lease how long after its last sign of life another node takes over what a node was delivering
 * @param folders the base directory below which folders lie; null when none are offered
 * @param folderQuiet how long a file must not have changed before it is taken
 */
@ConfigurationProperties("bailiwick.flows")
record FlowSettings(
        @DefaultValue List<String> privateNetworks,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("5s") Duration retry,
        @DefaultValue("15s") Duration lease,
        @Nullable Path folders,
        @DefaultValue("2s") Duration folderQuiet)
        implements CheckedSettings {
    FlowSettings {
        privateNetworks = List.copyOf(privateNetworks);
    }

    /** The networks that may be reached although they are private. */
    AllowList open() {
        return AllowList.of(ranges(new ArrayList<>()));
    }

    /** The base directory of all folders; empty when none are offered. */
    Optional<Path> base() {
        return Optional.ofNullable(folders).map(path -> path.toAbsolutePath().normalize());
    }

    @Override
    public void check(SettingFaults faults) {
        var wrong = new ArrayList<String>();
        ranges(wrong);
        wrong.forEach(entry -> faults.add(
                "bailiwick.flows.private-networks",
                "must be addresses or networks such as `127.0.0.1,10.0.0.0/8`: " + entry));
        atLeast(faults, "timeout", timeout, Duration.ofMillis(100));
        atLeast(faults, "retry", retry, Duration.ofMillis(10));
        atLeast(faults, "lease", lease, Duration.ofSeconds(1));
        atLeast(faults, "folder-quiet", folderQuiet, Duration.ofMillis(100));
        base().filter(path -> !isUsable(path))
                .ifPresent(path -> faults.add(
                        "bailiwick.flows.folders", "must be a directory that the server can write into: " + path));
    }

    private static boolean isUsable(Path path) {
        try {
            Files.createDirectories(path);
            return Files.isWritable(path);
        } catch (IOException unusable) {
            return false;
        }
    }

    private static void atLeast(SettingFaults faults, String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            faults.add("bailiwick.flows." + name, "must be at least " + least.toMillis() + " ms");
        }
    }

    private List<IpRange> ranges(List<String> wrong) {
        var ranges = new ArrayList<IpRange>();
        for (var entry : privateNetworks) {
            try {
                ranges.add(IpRange.parse(entry.strip()));
            } catch (InvalidValue invalid) {
                wrong.add(invalid.getMessage());
            }
        }
        return ranges;
    }
}
