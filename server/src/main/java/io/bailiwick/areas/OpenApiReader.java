package io.bailiwick.areas;

import com.fasterxml.jackson.databind.JsonNode;
import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.model.Action;
import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.PathPattern;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.util.OpenAPIDeserializer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Reads an OpenAPI 3 document as far as areas are concerned. References to elsewhere are never followed. */
final class OpenApiReader {
    private static final int MOST_PATHS = 10_000;

    private static final String COMPONENT = "#/components/pathItems/";
    private static final int LONGEST_SUMMARY = 200;
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final List<Fault> faults = new ArrayList<>();
    private final JsonNode tree;
    private final OpenAPI document;

    private OpenApiReader(JsonNode tree, OpenAPI document) {
        this.tree = tree;
        this.document = document;
    }

    /**
     * Reads a document.
     *
     * @throws Refusal.Invalid with everything that is wrong: `document`, or `paths.` and the path
     */
    static Outline read(byte[] document) {
        var tree = DocumentTree.read(document);
        requireVersion(tree);
        return new OpenApiReader(tree, parsed(tree)).outline();
    }

    private static void requireVersion(JsonNode tree) {
        if (tree.has("swagger")) {
            throw DocumentTree.invalid(
                    "This is a Swagger " + tree.get("swagger").asText()
                            + " document. Convert it to OpenAPI 3 first: converters are built into most tools that make them.");
        }
        if (!tree.path("openapi").asText().startsWith("3.")) {
            throw DocumentTree.invalid("This is no OpenAPI 3 document: its field `openapi` does not say `3.…`.");
        }
        if (!tree.path("paths").isObject() || tree.path("paths").isEmpty()) {
            throw DocumentTree.invalid("The document has no paths, so there is nothing to make areas of.");
        }
        if (tree.path("paths").size() > MOST_PATHS) {
            throw DocumentTree.invalid("The document has " + tree.path("paths").size() + " paths, and at most "
                    + MOST_PATHS + " are read at once. Import it in parts.");
        }
    }

    private static OpenAPI parsed(JsonNode tree) {
        var options = new ParseOptions();
        options.setResolve(false);
        try {
            var document =
                    new OpenAPIDeserializer().deserialize(tree, null, options).getOpenAPI();
            if (document != null && document.getPaths() != null) {
                return document;
            }
        } catch (RuntimeException unreadable) {
            // The parser trusts its input in places; what it stumbles over is no document of that version.
        }
        throw DocumentTree.invalid("The document says that it is OpenAPI, but cannot be read as such.");
    }

    private Outline outline() {
        var paths = new LinkedHashMap<String, Outline.Path>();
        tree.get("paths").properties().forEach(entry -> {
            if (!entry.getKey().startsWith("x-")) {
                var path = path(entry.getKey(), entry.getValue());
                if (path != null) {
                    paths.merge(path.pattern(), path, Outline.Path::and);
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        if (paths.values().stream().allMatch(path -> path.operations().isEmpty())) {
            throw DocumentTree.invalid(
                    "The document's paths have no operations, so there is nothing to make areas of.");
        }
        var info = document.getInfo();
        var title = info == null || info.getTitle() == null ? "" : info.getTitle();
        return new Outline(title, List.copyOf(paths.values()));
    }

    private Outline.@Nullable Path path(String path, JsonNode node) {
        var field = "paths." + path;
        var item = item(field, document.getPaths().get(path));
        if (item == null) {
            return null;
        }
        var operations = operations(field, node, item);
        try {
            var pattern = PathPattern.parse(prefix(item) + path);
            var segment = OneLine.read(field, firstSegment(path), AreaReader.LONGEST_NAME, faults);
            return new Outline.Path(pattern.text(), segment, operations);
        } catch (InvalidValue invalid) {
            faults.add(new Fault(field, invalid.getMessage() + "."));
            return null;
        }
    }

    private @Nullable PathItem item(String field, @Nullable PathItem item) {
        if (item == null) {
            faults.add(new Fault(field, "What stands under this path cannot be read."));
            return null;
        }
        var reference = item.get$ref();
        if (reference == null) {
            return item;
        }
        var components = document.getComponents();
        var there = components == null || components.getPathItems() == null || !reference.startsWith(COMPONENT)
                ? null
                : components.getPathItems().get(reference.substring(COMPONENT.length()));
        if (there == null || there.get$ref() != null) {
            faults.add(new Fault(
                    field,
                    "The path only refers to `" + reference
                            + "`. References are not followed: put its operations here."));
            return null;
        }
        return there;
    }

    private List<Outline.Operation> operations(String field, JsonNode node, PathItem item) {
        var operations = new ArrayList<Outline.Operation>();
        item.readOperationsMap()
                .forEach((method, operation) -> operations.add(operation(field, method.name(), operation)));
        for (var method : METHODS) {
            if (node.has(method)
                    && operations.stream().noneMatch(read -> read.method().equalsIgnoreCase(method))) {
                faults.add(new Fault(field, "What stands under `" + method + "` cannot be read."));
            }
        }
        return Outline.sorted(operations);
    }

    private Outline.Operation operation(String field, String method, Operation operation) {
        var tags = operation.getTags() == null ? List.<String>of() : operation.getTags();
        var usable = tags.stream()
                .map(tag -> tag == null ? "" : tag.strip())
                .filter(tag -> !tag.isEmpty())
                .toList();
        usable.forEach(tag -> OneLine.read(field, tag, AreaReader.LONGEST_NAME, faults));
        return new Outline.Operation(
                method.toUpperCase(Locale.ROOT),
                usable,
                access(field, method, operation.getExtensions()),
                summary(operation));
    }

    /** The summary, or how the description begins, in one line. */
    private static @Nullable String summary(Operation operation) {
        var said = StringUtils.hasText(operation.getSummary()) ? operation.getSummary() : operation.getDescription();
        if (!StringUtils.hasText(said)) {
            return null;
        }
        var line = said.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_SUMMARY
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
    }

    private @Nullable String access(String field, String method, @Nullable Map<String, Object> extensions) {
        var access = extensions == null ? null : extensions.get("x-bailiwick-access");
        if (access == null) {
            return null;
        }
        if (!(access instanceof String word) || Action.of(word).isEmpty()) {
            faults.add(new Fault(
                    field,
                    "`x-bailiwick-access` of `" + method + "` is none of `create`, `read`, `update` and `delete`."));
            return null;
        }
        return word;
    }

    /** The path of the server's address, its variables at their defaults. */
    private String prefix(PathItem item) {
        var servers =
                item.getServers() == null || item.getServers().isEmpty() ? document.getServers() : item.getServers();
        return servers == null || servers.isEmpty() ? "" : ServerPath.of(servers.getFirst());
    }

    private static String firstSegment(String path) {
        var segments = path.split("/", -1);
        return segments.length > 1 && !segments[1].isEmpty() ? segments[1] : "/";
    }
}
