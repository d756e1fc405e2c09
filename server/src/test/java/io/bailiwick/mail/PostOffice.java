package io.bailiwick.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.bailiwick.Mailbox.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/** An SMTP server on a port that it keeps: it can be away, and come back. */
final class PostOffice implements AutoCloseable {
    private final int port;
    private final GreenMail server;

    private PostOffice(String protocol, String address) {
        port = freePort();
        server = new GreenMail(new ServerSetup(port, address, protocol));
    }

    /** One that is not open yet. */
    static PostOffice closed() {
        return new PostOffice(ServerSetup.PROTOCOL_SMTP, "127.0.0.1");
    }

    /** One that takes mail. */
    static PostOffice open() {
        return closed().begin();
    }

    /** One that takes mail on every address of the machine. */
    static PostOffice everywhere() {
        return new PostOffice(ServerSetup.PROTOCOL_SMTP, "0.0.0.0").begin();
    }

    /** One with TLS, under a certificate that nobody vouches for. */
    static PostOffice selfSigned() {
        return new PostOffice(ServerSetup.PROTOCOL_SMTPS, "127.0.0.1").begin();
    }

    PostOffice begin() {
        server.start();
        return this;
    }

    int port() {
        return port;
    }

    List<Received> received() {
        return Arrays.stream(server.getReceivedMessages()).map(Received::of).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
