package io.bailiwick.areas;

import io.bailiwick.model.AreaGate;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents and areas for the tests of the import. */
final class Documents {
    static final Application SHOP =
            new Application(new ApplicationId(new UUID(0, 1)), "shop", "Shop", false, List.of(), 0, 1, Instant.EPOCH);

    private Documents() {}

    /** The OpenAPI document of a carrier: 121 paths, 197 operations. */
    static byte[] twilio() {
        try (var file = Documents.class.getResourceAsStream("/openapi/twilio_api_v2010.json")) {
            return Objects.requireNonNull(file).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A YAML document with these paths, each written as `get,post /path tag`. */
    static byte[] yaml(String... lines) {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: {title: Shop, version: '1'}\npaths:\n");
        for (var line : lines) {
            var parts = line.split(" ", -1);
            text.append("  ").append(parts[1]).append(":\n");
            for (var method : parts[0].split(",", -1)) {
                text.append("    ").append(method).append(": {responses: {'200': {description: ok}}");
                if (parts.length > 2) {
                    text.append(", tags: [").append(parts[2]).append(']');
                }
                if (parts.length > 3) {
                    text.append(", x-bailiwick-access: ").append(parts[3]);
                }
                text.append("}\n");
            }
        }
        return bytes(text.toString());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An area written by hand. */
    static Area area(long id, String name, String... paths) {
        return area(id, name, AreaGate.OPEN, null, paths);
    }

    static Area area(long id, String name, AreaGate gate, @Nullable String tag, String... paths) {
        return new Area(
                new AreaId(new UUID(0, id)),
                SHOP.id(),
                SHOP.key(),
                SHOP.name(),
                name,
                gate,
                false,
                tag,
                Stream.of(paths)
                        .map(path -> AreaPath.of(PathPattern.parse(path), MethodOverrides.NONE))
                        .sorted(AreaPath.ORDER)
                        .toList(),
                1,
                Instant.EPOCH);
    }
}
