package io.bailiwick.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's script: signs in and calls the REST API as anybody's would. */
final class Script {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private String cookie = "";
    private String csrf = "";

    Script(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** Signs in for good; the cookie is `name=value`. */
    Script signIn(String email, String password) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("email", email, "password", password))))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        cookie = answer.headers().allValues("Set-Cookie").stream()
                .map(header -> header.substring(0, header.indexOf(';')))
                .filter(pair -> pair.startsWith("bailiwick="))
                .findFirst()
                .orElseThrow();
        csrf = JSON.readTree(answer.body()).path("csrfToken").asString();
        return this;
    }

    String cookie() {
        return cookie;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return call("GET", path, "", 200);
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return call("POST", path, body instanceof String text ? text : JSON.writeValueAsString(body), 201);
    }

    /** Calls, and is told what a 409 wants confirmed; then calls again with the token. */
    JsonNode call(String method, String path, String body, int expected) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", csrf)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(expected);
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
