package io.bailiwick.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The static files, read once at start. Style sheets and scripts are joined into {@code app.css} and {@code app.js} in
 * the order of their names; those under {@code pages} are served each by itself, for the one page that names it. All paths carry one hash over all contents, so that browsers keep them for ever.
 */
final class Assets {
    private static final String ROOT = "classpath:/static/assets/";
    private static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private static final String CHARTS = "classpath:/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";

    private static final Pattern SYMBOL = Pattern.compile("id=\"i-([a-z0-9-]+)\"");

    private final Map<String, Asset> byName;
    private final Set<String> symbols;
    private final String hash;

    private Assets(Map<String, Asset> byName, Set<String> symbols, String hash) {
        this.byName = byName;
        this.symbols = symbols;
        this.hash = hash;
    }

    /** One file as it is sent; {@code zipped} is the same in gzip, for those who accept it. */
    record Asset(String type, byte[] plain, byte[] zipped) {
        boolean isText() {
            return !type.startsWith("font/");
        }
    }

    static Assets load() {
        try {
            var files = new TreeMap<String, byte[]>();
            files.put("app.css", Minifier.css(joined("css/*.css")).getBytes(StandardCharsets.UTF_8));
            files.put("app.js", Minifier.js(joined("js/*.js")).getBytes(StandardCharsets.UTF_8));
            files.put("htmx.js", resolver().getResource(HTMX).getContentAsByteArray());
            files.put("chart.js", resolver().getResource(CHARTS).getContentAsByteArray());
            for (var page : resolver().getResources(ROOT + "pages/*")) {
                var name = Objects.requireNonNull(page.getFilename());
                var text = page.getContentAsString(StandardCharsets.UTF_8);
                var small = name.endsWith(".css") ? Minifier.css(text) : Minifier.js(text);
                files.put(name, small.getBytes(StandardCharsets.UTF_8));
            }
            for (var name : new String[] {"icons.svg", "favicon.svg", "inter.woff2"}) {
                files.put(name, resolver().getResource(ROOT + name).getContentAsByteArray());
            }
            var assets = new TreeMap<String, Asset>();
            files.forEach((name, bytes) -> assets.put(name, new Asset(type(name), bytes, zip(bytes))));
            return new Assets(assets, symbols(files), hash(files));
        } catch (IOException e) {
            throw new UncheckedIOException("the static files cannot be read", e);
        }
    }

    String path(String name) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException("there is no static file `" + name + "`");
        }
        return "/assets/" + hash + "/" + name;
    }

    String symbol(String name) {
        if (!symbols.contains(name)) {
            throw new IllegalArgumentException("there is no symbol `" + name + "` in icons.svg");
        }
        return path("icons.svg") + "#i-" + name;
    }

    boolean isCurrent(String hash) {
        return this.hash.equals(hash);
    }

    String hash() {
        return hash;
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Set<String> symbols(Map<String, byte[]> files) {
        var sprite = new String(files.getOrDefault("icons.svg", new byte[0]), StandardCharsets.UTF_8);
        return SYMBOL.matcher(sprite).results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    private static String joined(String pattern) throws IOException {
        var parts = resolver().getResources(ROOT + pattern);
        Arrays.sort(
                parts, Comparator.comparing(Resource::getFilename, Comparator.nullsFirst(Comparator.naturalOrder())));
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(part.getContentAsString(StandardCharsets.UTF_8)).append('\n');
        }
        return text.toString();
    }

    private static PathMatchingResourcePatternResolver resolver() {
        return new PathMatchingResourcePatternResolver(Assets.class.getClassLoader());
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "font/woff2";
        };
    }

    private static byte[] zip(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
