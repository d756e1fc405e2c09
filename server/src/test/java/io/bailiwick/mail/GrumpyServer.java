package io.bailiwick.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An SMTP server that answers one command with the refusal that it was told, and every other politely. */
final class GrumpyServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String command;
    private final String refusal;

    GrumpyServer(String command, String refusal) {
        this.command = command;
        this.refusal = refusal;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                // the test is over, or the client is
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 grumpy");
        var letter = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (letter && !line.equals(".")) {
                continue;
            }
            var said = line.toUpperCase(Locale.ROOT);
            letter = said.equals("DATA");
            say(client, said.startsWith(command) ? refusal : letter ? "354 go on" : "250 fine");
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
