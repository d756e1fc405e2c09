package io.bailiwick.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Visitor;
import io.bailiwick.conformance.Decision;
import io.bailiwick.conformance.Gate;
import io.bailiwick.conformance.Judge;
import io.bailiwick.conformance.Request;
import io.bailiwick.conformance.Sight;
import io.bailiwick.conformance.World;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers by {@code GET /api/v1/explain}. */
record HttpJudge(Visitor administrator, World world, HttpNames names) implements Judge {
    @Override
    public Decision decide(Request request) {
        var answer = ask(request);
        return answer.path("allowed").asBoolean()
                ? Decision.allowed(sight(answer.path("scope")))
                : Decision.denied(gate(answer.path("gate").asString()));
    }

    /** Reads the answer off the gates. */
    @Override
    public Decision explain(Request request) {
        var answer = ask(request);
        return StreamSupport.stream(answer.path("gates").spliterator(), false)
                .filter(gate ->
                        gate.path("open").isBoolean() && !gate.path("open").asBoolean())
                .findFirst()
                .map(gate -> Decision.denied(gate(gate.path("gate").asString())))
                .orElseGet(() -> Decision.allowed(sight(answer.path("scope"))));
    }

    @Override
    public boolean exceeds(String user, String actor) {
        throw new UnsupportedOperationException("no call of the API asks this");
    }

    private JsonNode ask(Request request) {
        var query = new LinkedHashMap<String, @Nullable String>();
        query.put("user", request.user() == null ? null : names.id("users", request.user()));
        query.put("application", names.application(request.application()));
        query.put("method", request.method());
        query.put("path", request.path());
        query.put("address", request.address());
        query.put("partner", request.partner() == null ? null : names.of(request.partner()));
        var answer = administrator.get("/api/v1/explain?"
                + query.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(HttpJudge::encoded)
                        .collect(Collectors.joining("&")));
        assertThat(answer.status()).as(request + ": " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String encoded(Map.Entry<String, @Nullable String> entry) {
        return entry.getKey() + "=" + URLEncoder.encode(String.valueOf(entry.getValue()), UTF_8);
    }

    private static Gate gate(String word) {
        return Gate.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private Sight sight(JsonNode scope) {
        var mode = scope.path("mode").asString();
        var reseller = scope.path("reseller").asString("");
        var selected = StreamSupport.stream(scope.path("partners").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        List<String> seen = world.partners().stream()
                .filter(partner -> mode.equals("all") || selected.contains(names.of(partner.key())))
                .filter(partner -> reseller.isEmpty()
                        || (partner.reseller() != null
                                && names.of(partner.reseller()).equals(reseller)))
                .map(World.Partner::key)
                .toList();
        return Sight.of(seen, mode.equals("all") && reseller.isEmpty());
    }
}
