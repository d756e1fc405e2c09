package io.bailiwick.proxies;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real proxy, run by the recipe in {@code docs}; only the three ports in it are changed. */
final class Proxy implements AutoCloseable {
    private static final Path RECIPES = Path.of("../docs/recipes");

    private final String name;
    private final int port;
    private final Process process;

    private Proxy(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /** nginx from Debian's package. */
    static Proxy nginx(int panel, int backEnd) throws IOException, InterruptedException {
        var port = free();
        var folder = Files.createTempDirectory("nginx");
        Files.writeString(folder.resolve("recipe.conf"), recipe("nginx.conf", port, panel, backEnd));
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                pid %1$s/nginx.pid;
                %2$s
                events { worker_connections 512; }
                http {
                    access_log off;
                    client_max_body_size 2m;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    include %1$s/recipe.conf;
                }
                """.formatted(
                        folder, System.getProperty("user.name").equals("root") ? "user root;" : ""));
        return start(
                "nginx",
                port,
                folder,
                "nginx",
                "-e",
                "stderr",
                "-c",
                folder.resolve("nginx.conf").toString());
    }

    /** Caddy from Debian's package. */
    static Proxy caddy(int panel, int backEnd) throws IOException, InterruptedException {
        var port = free();
        var folder = Files.createTempDirectory("caddy");
        var recipe = "{\n\tadmin off\n\tauto_https off\n}\n" + recipe("Caddyfile", port, panel, backEnd);
        Files.writeString(folder.resolve("Caddyfile"), recipe);
        return start(
                "caddy", port, folder, "caddy", "run", "--adapter", "caddyfile", "--config", folder + "/Caddyfile");
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return name;
    }

    private static String recipe(String file, int port, int panel, int backEnd) throws IOException {
        return Files.readString(RECIPES.resolve(file))
                .replace("127.0.0.1:8080", "127.0.0.1:" + panel)
                .replace("127.0.0.1:9000", "127.0.0.1:" + backEnd)
                .replace("127.0.0.1:8000", "127.0.0.1:" + port);
    }

    private static Proxy start(String name, int port, Path folder, String... command)
            throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("PATH", System.getenv("PATH") + ":/usr/sbin");
        builder.environment().put("HOME", folder.toString());
        var process = builder.start();
        for (var tries = 0; tries < 200; tries++) {
            try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Proxy(name, port, process);
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(50);
            }
        }
        process.destroyForcibly();
        throw new IOException(name + " did not start: " + Files.readString(log));
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
