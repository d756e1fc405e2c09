package io.bailiwick.proxies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends a request byte by byte as given: no client library would let the odd ones through. */
final class Wire {
    private Wire() {}

    /**
     * An answer.
     *
     * @param status 0 when the connection was closed without one
     */
    record Answer(int status, String head, String body) {}

    /** Sends one request without a body. */
    static Answer send(int port, String method, String target, List<String> headers) throws IOException {
        return send(port, method, target, headers, "");
    }

    /** Sends one request to a loopback port and reads the whole answer. */
    static Answer send(int port, String method, String target, List<String> headers, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var request = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n"
                    + String.join(
                            "", headers.stream().map(header -> header + "\r\n").toList()) + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (IOException reset) {
            // What came before the connection was reset is the answer.
        }
        var text = bytes.toString(StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.")) {
            return new Answer(0, text, "");
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }
}
