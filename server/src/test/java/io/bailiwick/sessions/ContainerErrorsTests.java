package io.bailiwick.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.PanelTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the container refuses before our code sees it is answered like everything else. */
@PanelTest
class ContainerErrorsTests {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\u0000 HTTP/1.1\r\nHost: a",
                "GET /%zz HTTP/1.1\r\nHost: a",
                "GET /..%2f HTTP/1.1\r\nHost: a",
                "GET http://elsewhere/users HTTP/1.1\r\nHost: a",
                "GET /sign-in HTTP/1.1"
            })
    void unreadableRequestsGetTheSecurityHeadersAndNoWordAboutTheServer(String head) throws IOException {
        var answer = send(head);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Security-Policy: default-src 'none'")
                .contains("X-Content-Type-Options: nosniff")
                .doesNotContainIgnoringCase("tomcat");
    }

    private String send(String head) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
