package io.bailiwick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser or script: it keeps its cookies and sends its CSRF token along with writes, unless told otherwise. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final JsonMapper json;
    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable String csrfToken;

    /** @param base scheme, host and port of the server */
    public Visitor(HttpClient http, JsonMapper json, String base) {
        this.http = http;
        this.json = json;
        this.base = base;
    }

    /** An answer. */
    public record Answer(HttpResponse<String> response, JsonMapper mapper) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return mapper.readTree(body());
        }

        /** A header's value; empty when it is absent. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** Signs in through the API; fails the test unless it works. */
    public Answer signIn(Cast.Person person) {
        return signIn(Map.of(
                "email", person.email(),
                "password", person.password(),
                "account", person.account().shortId()));
    }

    /** Signs in to the account that is meant when none is named. */
    public Answer signIn(String email, String password) {
        return signIn(Map.of("email", email, "password", password));
    }

    /** Goes on in somebody's session, as a second tab of the same browser does, or a browser that met another node. */
    public Visitor inSessionOf(Visitor other) {
        cookies.putAll(other.cookies);
        csrfToken = other.csrfToken;
        return this;
    }

    private Answer signIn(Map<String, String> credentials) {
        var answer = post("/api/v1/session", credentials);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        csrfToken = answer.json().path("csrfToken").asString();
        return answer;
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** How many bytes a browser is sent for a page, as it comes over the wire. */
    public int weight(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept-Encoding", "gzip")
                .header("Cookie", cookieHeader());
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray()).body().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Posts JSON; a body that is a string is sent as it is. */
    public Answer post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    /** Sends JSON with further headers; an empty value leaves out a header that would be sent. */
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var text = body == null ? "" : body instanceof String raw ? raw : json.writeValueAsString(body);
        var all = new LinkedHashMap<String, String>();
        if (body != null) {
            all.put("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (csrfToken != null && !method.equals("GET")) {
            all.put("X-CSRF-Token", csrfToken);
        }
        all.putAll(headers);
        return exchange(method, path, text, all);
    }

    /** Posts a form as a browser does, with the CSRF token that the pages show. */
    public Answer form(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", csrf());
        return formWithoutToken(path, all);
    }

    /** Posts a form whose fields may have several values, as the page that was drawn would. */
    public Answer form(String path, List<Map.Entry<String, String>> fields) {
        var all = new ArrayList<>(fields);
        if (all.stream().noneMatch(field -> field.getKey().equals("_csrf"))) {
            all.add(Map.entry("_csrf", csrf()));
        }
        return posted(path, all);
    }

    /** Posts a form with these fields and no other. */
    public Answer formWithoutToken(String path, Map<String, String> fields) {
        return posted(path, fields.entrySet());
    }

    private Answer posted(String path, Collection<Map.Entry<String, String>> fields) {
        var body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return exchange("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** The CSRF token: of the session, or of the sign-in page. */
    public String csrf() {
        var known = csrfToken;
        return known == null ? csrfOf(get("/sign-in").body()) : known;
    }

    /** The CSRF token in a page. */
    public static String csrfOf(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).as("a form with a CSRF token").isTrue();
        return found.group(1);
    }

    /** The cookies as they are now, to look at and to change. */
    public Map<String, String> cookies() {
        return cookies;
    }

    private Answer exchange(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        if (!cookies.isEmpty() && !headers.containsKey("Cookie")) {
            request.header("Cookie", cookieHeader());
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String setCookie) {
        var cookie = HttpCookie.parse(setCookie).getFirst();
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
