package io.bailiwick.flows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A system that takes messages: a real HTTP server on this machine. */
public final class Sink implements AutoCloseable {
    private final HttpServer server;
    private final List<Arrived> arrived = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicReference<@Nullable CountDownLatch> gate = new AtomicReference<>();

    /** What arrived. */
    public record Arrived(
            String message, String type, String partner, String contentType, String reference, String body) {}

    public Sink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var waiting = gate.get();
        if (waiting != null) {
            try {
                waiting.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        arrived.add(new Arrived(
                String.valueOf(headers.getFirst("Bailiwick-Message")),
                String.valueOf(headers.getFirst("Bailiwick-Type")),
                String.valueOf(headers.getFirst("Bailiwick-Partner")),
                String.valueOf(headers.getFirst("Content-Type")),
                String.valueOf(headers.getFirst("Bailiwick-Reference")),
                body));
        exchange.sendResponseHeaders(status.get(), -1);
        exchange.close();
    }

    /** Where it listens. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on it answers so. */
    public void answers(int code) {
        status.set(code);
    }

    /** From now on nobody is answered until {@link #open}. */
    public void shut() {
        gate.set(new CountDownLatch(1));
    }

    /** Answers everybody who waits, and whoever comes. */
    public void open() {
        var waiting = gate.getAndSet(null);
        if (waiting != null) {
            waiting.countDown();
        }
    }

    /** Everything that arrived, in order. */
    public List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    /** How often a message arrived. */
    public long times(String message) {
        return arrived().stream().filter(one -> one.message().equals(message)).count();
    }

    @Override
    public void close() {
        open();
        server.stop(0);
    }
}
