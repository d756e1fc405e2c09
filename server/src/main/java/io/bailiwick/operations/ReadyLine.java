package io.bailiwick.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The last line of a start: where to point the browser. */
@Component
final class ReadyLine {
    private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);
    private final ListeningSettings settings;

    ReadyLine(ListeningSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            var started = ready.getTimeTaken();
            log.info(
                    "Bailiwick is ready: http://{}:{} (started in {} s; Ctrl-C stops it)",
                    settings.address().isAnyLocalAddress()
                            ? "127.0.0.1"
                            : settings.address().getHostAddress(),
                    context.getWebServer().getPort(),
                    started == null ? "?" : "%.1f".formatted(started.toMillis() / 1000.0));
        }
    }
}
