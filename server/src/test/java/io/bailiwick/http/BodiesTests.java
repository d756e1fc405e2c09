package io.bailiwick.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class BodiesTests {
    private static final Map<String, String> ZIPPED = Map.of("Accept-Encoding", "gzip");

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Test
    void textIsCompressedForWhoeverTakesIt() {
        var ada = panel.as(cast.ada);

        for (var path : new String[] {"/users", "/api/v1/users", "/groups/new", "/nothing-here"}) {
            var answer = ada.send("GET", path, null, ZIPPED);
            assertThat(answer.header("Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(answer.response().headers().allValues("Vary").toString().toLowerCase(java.util.Locale.ROOT))
                    .as(path)
                    .contains("accept-encoding");
            assertThat(ada.get(path).header("Content-Encoding")).as(path).isEmpty();
        }
    }

    /** What an attacker could measure by the length of an answer is never the same twice. */
    @Test
    void compressedPagesHoldNoSecretThatStaysTheSame() {
        var ada = panel.as(cast.ada);

        var first = ada.get("/users").body();
        var second = ada.get("/users").body();
        assertThat(Visitor.csrfOf(first)).isNotEqualTo(Visitor.csrfOf(second));
        var session = ada.cookies().get("bailiwick");
        assertThat(first).doesNotContain(session);
        assertThat(ada.get("/me").body()).doesNotContain(session);
    }

    /** Another reader would know nothing of what is refused in JSON. */
    @Test
    void nothingButJsonIsReadOrWritten() {
        var ada = panel.as(cast.ada);
        for (var type : List.of("application/yaml", "application/cbor", "application/xml")) {
            var read = ada.send("POST", "/api/v1/groups", "name: a\nname: b", Map.of("Content-Type", type));
            assertThat(read.status()).as(type).isEqualTo(415);
            assertThat(read.header("Accept")).as(type).contains("json").doesNotContain("yaml");
            assertThat(ada.send("GET", "/api/v1/groups", null, Map.of("Accept", type))
                            .status())
                    .as(type)
                    .isEqualTo(406);
        }
    }

    @Test
    void formOfUnknownLengthIsReadByImportsAlone() {
        var chunked = "POST %s HTTP/1.1\nHost: localhost\nContent-Type: %s\nTransfer-Encoding: chunked\n\n0\n";

        assertThat(panel.raw(chunked.formatted("/sign-in", "application/x-www-form-urlencoded")))
                .startsWith("HTTP/1.1 411 ");
        assertThat(panel.raw(chunked.formatted("/theme", "Multipart/Form-Data; boundary=x")))
                .startsWith("HTTP/1.1 411 ");
        assertThat(panel.raw(chunked.formatted("/applications/x/openapi", "multipart/form-data; boundary=x")))
                .doesNotContain(" 411 ");
    }
}
