package io.bailiwick.operations;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;

/**
 * Log lines as JSON in the Elastic Common Schema. Spring Boot's own (up to 4.1.1 at least) writes question marks for
 * characters beyond the first 65,536, since it turns each half of one into bytes by itself; here a line is whole before it
 * is turned into bytes.
 */
final class JsonLog implements StructuredLogFormatter<ILoggingEvent> {
    private final JsonWriter<ILoggingEvent> writer;

    JsonLog(Environment environment, ThrowableProxyConverter traces) {
        var service = environment.getProperty("spring.application.name", "bailiwick");
        writer = JsonWriter.<ILoggingEvent>of(members -> {
                    members.add("@timestamp", ILoggingEvent::getInstant);
                    members.add("log").usingMembers(log -> {
                        log.add("level", ILoggingEvent::getLevel);
                        log.add("logger", ILoggingEvent::getLoggerName);
                    });
                    members.add("process").usingMembers(process -> {
                        process.add("pid", event -> ProcessHandle.current().pid());
                        process.add("thread").usingMembers(thread -> thread.add("name", ILoggingEvent::getThreadName));
                    });
                    members.add("service").usingMembers(of -> of.add("name", service));
                    members.add("message", ILoggingEvent::getFormattedMessage);
                    members.add("error")
                            .when(event -> event.getThrowableProxy() != null)
                            .usingMembers(error -> {
                                error.add(
                                        "type",
                                        event -> event.getThrowableProxy().getClassName());
                                error.add(
                                        "message",
                                        event -> event.getThrowableProxy().getMessage());
                                error.add("stack_trace", traces::convert);
                            });
                    members.add("ecs").usingMembers(ecs -> ecs.add("version", "8.11"));
                })
                .withNewLineAtEnd();
    }

    @Override
    public String format(ILoggingEvent event) {
        return writer.writeToString(event);
    }
}
