package io.bailiwick.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * What somebody sets up through the API: access points with their secrets, endpoints, data flows.
 *
 * @param visitor who may do so
 * @param secrets those of the access points, by key
 */
public record Plant(Visitor visitor, Map<String, String> secrets) {
    public Plant(Visitor visitor) {
        this(visitor, new HashMap<>());
    }

    /** An endpoint that is tried so often; returns its id. */
    public String endpoint(String key, String url, int attempts) {
        return made(visitor.post(
                        "/api/v1/endpoints",
                        Map.of("name", "Endpoint " + key, "key", key, "url", url, "attempts", attempts)))
                .path("id")
                .asString();
    }

    /** An access point; returns its id. */
    public String accessPoint(String key) {
        var point = made(visitor.post("/api/v1/access-points", Map.of("name", "Point " + key, "key", key)));
        secrets.put(key, point.path("secret").asString());
        return point.path("id").asString();
    }

    /** An endpoint that is a folder of the same name; returns its id. */
    public String folderEndpoint(String key) {
        return made(visitor.post(
                        "/api/v1/endpoints",
                        Map.of("name", "Endpoint " + key, "key", key, "kind", "folder", "folder", key, "attempts", 2)))
                .path("id")
                .asString();
    }

    /** An access point that watches a folder of the same name; returns its id. */
    public String folderPoint(String key) {
        return made(visitor.post(
                        "/api/v1/access-points",
                        Map.of("name", "Point " + key, "key", key, "kind", "folder", "folder", key)))
                .path("id")
                .asString();
    }

    /** A data flow of inbound messages; returns its id. */
    public String flow(String accessPoint, String partner, String endpoint, String type) {
        return made(visitor.post(
                        "/api/v1/data-flows",
                        Map.of(
                                "accessPoint", accessPoint,
                                "partner", partner,
                                "endpoint", endpoint,
                                "direction", "inbound",
                                "type", type)))
                .path("id")
                .asString();
    }

    /** One of everything, with a message that failed; its ids by what stands before them in paths. */
    public Map<String, String> everything(Visitor sender) {
        var ids = new HashMap<String, String>();
        ids.put("endpoints", endpoint("nowhere", "http://127.0.0.1:9/", 1));
        ids.put("access-points", accessPoint("gate"));
        ids.put("data-flows", flow("gate", "acme", "nowhere", "orders"));
        restart();
        var message = accepted(sender, "gate", "orders", "lost");
        await(message, "failed");
        ids.put("messages", message);
        ids.put("jobs", first("/api/v1/jobs?message=" + message));
        ids.put("issues", first("/api/v1/issues?message=" + message));
        ids.put(
                "reprocess",
                visitor.post("/api/v1/messages/" + message + "/reprocess", Map.of())
                        .json()
                        .path("id")
                        .asString());
        await(message, "failed");
        return ids;
    }

    private String first(String path) {
        return visitor.get(path).json().path("items").path(0).path("id").asString();
    }

    /** Restarts the engine, and waits until it runs. */
    public void restart() {
        assertThat(visitor.post("/api/v1/engine/restart", Map.of()).status()).isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> visitor.get("/api/v1/engine")
                        .json()
                        .path("state")
                        .asString()
                        .equals("running"));
    }

    /** Sends a message as whoever has the secret of the access point. */
    public Answer send(Visitor sender, String accessPoint, String type, String body, Map<String, String> more) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + secrets.get(accessPoint));
        headers.put("Content-Type", "text/plain");
        headers.put("Bailiwick-Type", type);
        headers.putAll(more);
        return sender.send("POST", "/api/v1/receive/" + accessPoint, body, headers);
    }

    /** As {@link #send}, and it is accepted; returns the message's id. */
    public String accepted(Visitor sender, String accessPoint, String type, String body) {
        var answer = send(sender, accessPoint, type, body, Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer.json().path("id").asString();
    }

    /** Waits until a message is in that state. */
    public JsonNode await(String message, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> visitor.get("/api/v1/messages/" + message)
                        .json()
                        .path("state")
                        .asString()
                        .equals(state));
        return visitor.get("/api/v1/messages/" + message).json();
    }

    private static JsonNode made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
