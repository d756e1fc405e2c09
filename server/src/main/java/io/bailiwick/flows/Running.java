package io.bailiwick.flows;

import io.bailiwick.kernel.AccountId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An account's engine as it runs with one generation of its configuration: a Camel context with one route for each data
 * flow. It is never restarted: a new generation gets a new one, and this one is closed when nothing is in flight in it.
 */
final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final String OUT = "out";
    private static final String TO = OUT + "://endpoint?ignoreResponseBody=true&copyHeaders=false";

    private final Configuration configuration;
    private final CamelContext camel;
    private final PoolingHttpClientConnectionManager connections;
    private final ProducerTemplate template;
    private final Duration timeout;
    private final List<String> problems;
    private final AtomicInteger inFlight = new AtomicInteger();

    private Running(
            Configuration configuration,
            CamelContext camel,
            PoolingHttpClientConnectionManager connections,
            Duration timeout,
            List<String> problems) {
        this.problems = List.copyOf(problems);
        this.configuration = configuration;
        this.camel = camel;
        this.connections = connections;
        this.timeout = timeout;
        this.template = camel.createProducerTemplate();
    }

    static Running start(
            AccountId account,
            Configuration configuration,
            Connections outgoing,
            FolderRoutes folders,
            Duration timeout) {
        var connections = outgoing.make();
        var camel = new DefaultCamelContext(false);
        camel.getCamelContextExtension().setName("engine-" + configuration.generation());
        camel.disableJMX();
        camel.setStreamCaching(false);
        camel.getShutdownStrategy().setTimeout(timeout.toSeconds() + 1);
        camel.addComponent(OUT, component(connections, timeout));
        try {
            var drops = drops(camel, account, configuration, folders);
            camel.addRoutes(routes(configuration, drops));
            var problems = new ArrayList<>(made(configuration, drops));
            problems.addAll(folders.watch(camel, account, configuration));
            camel.start();
            return new Running(configuration, camel, connections, timeout, problems);
        } catch (Exception fault) {
            camel.stop();
            connections.close();
            throw new IllegalStateException("the routes cannot be started", fault);
        }
    }

    /** The folders that endpoints are, by the endpoint. */
    private static Map<UUID, Drop> drops(
            CamelContext camel, AccountId account, Configuration configuration, FolderRoutes folders) throws Exception {
        var drops = new HashMap<UUID, Drop>();
        for (var flow : configuration.flows()) {
            folders.drop(camel, account, flow.to())
                    .ifPresent(drop -> drops.put(flow.to().id(), drop));
        }
        return drops;
    }

    private static List<String> made(Configuration configuration, Map<UUID, Drop> drops) {
        var problems = new LinkedHashSet<String>();
        for (var flow : configuration.flows()) {
            var drop = drops.get(flow.to().id());
            try {
                if (drop != null) {
                    drop.make();
                }
            } catch (IOException fault) {
                problems.add("The folder of `" + flow.to().name() + "` cannot be used: " + FolderRoutes.words(fault));
            }
        }
        return List.copyOf(problems);
    }

    private static HttpComponent component(PoolingHttpClientConnectionManager connections, Duration timeout) {
        var component = new HttpComponent();
        component.setClientConnectionManager(connections);
        component.setConnectionRequestTimeout(timeout.toMillis());
        component.setResponseTimeout(timeout.toMillis());
        component.setRedirectHandlingDisabled(true);
        component.setAutomaticRetriesDisabled(true);
        component.setCookieManagementDisabled(true);
        component.setContentCompressionDisabled(true);
        return component;
    }

    private static RouteBuilder routes(Configuration configuration, Map<UUID, Drop> drops) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (var flow : configuration.flows()) {
                    var route = from("direct:" + flow.id()).routeId(flow.id().toString());
                    var drop = drops.get(flow.to().id());
                    if (drop != null) {
                        route.process(drop::prepare).to(drop.endpoint()).process(drop::keep);
                    } else if (flow.to().folder() != null) {
                        route.process(exchange -> {
                            throw new IOException("BAILIWICK_FLOWS_FOLDERS is not set");
                        });
                    } else {
                        route.process(exchange -> exchange.getIn()
                                        .setHeader(Exchange.HTTP_URI, flow.to().url()))
                                .to(TO);
                    }
                }
            }
        };
    }

    Configuration configuration() {
        return configuration;
    }

    /** What is wrong with folders, in a sentence or more; null when nothing is. */
    @Nullable
    String problem() {
        return problems.isEmpty() ? null : String.join(" ", problems);
    }

    /** Receives nothing any more; when this returns, what it was receiving is kept. */
    void stopReceiving() {
        for (var route : camel.getRoutes()) {
            if (route.getRouteId().startsWith(FolderRoutes.RECEIVE)) {
                try {
                    camel.getRouteController().stopRoute(route.getRouteId());
                } catch (Exception fault) {
                    LOG.warn("A folder is still being looked into: {}", fault.toString());
                }
            }
        }
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Says that a delivery is about to begin. */
    void enter() {
        inFlight.incrementAndGet();
    }

    /** Says that it has come to its end. */
    void leave() {
        inFlight.decrementAndGet();
    }

    /** Tries to deliver, and returns when the endpoint has answered or cannot be reached. */
    Outcome deliver(Delivery delivery) {
        var flow = configuration.flow(delivery.flow());
        if (flow.isEmpty()) {
            return new Outcome(
                    null, Duration.ZERO, null, "Its data flow is no more, so there is nowhere to deliver it.", true);
        }
        var to = flow.get().to();
        var began = System.nanoTime();
        var exchange = template.request("direct:" + delivery.flow(), made -> fill(made, delivery));
        var took = Duration.ofNanos(System.nanoTime() - began);
        var fault = exchange.getException();
        return fault == null
                ? new Outcome(
                        to,
                        took,
                        exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                        null,
                        false)
                : Faults.of(fault, to, took, timeout);
    }

    private static void fill(Exchange exchange, Delivery delivery) {
        var message = exchange.getIn();
        message.setBody(delivery.body());
        message.setHeader(Exchange.FILE_NAME, FileNames.of(delivery));
        message.setHeader(Exchange.HTTP_METHOD, HttpMethods.POST);
        message.setHeader(Exchange.CONTENT_TYPE, delivery.contentType());
        message.setHeader("Bailiwick-Message", delivery.message().toString());
        message.setHeader("Bailiwick-Delivery", delivery.job().toString());
        message.setHeader("Bailiwick-Attempt", Integer.toString(delivery.number()));
        message.setHeader("Bailiwick-Partner", delivery.partner());
        message.setHeader("Bailiwick-Direction", delivery.direction().word());
        message.setHeader("Bailiwick-Type", delivery.type());
        if (delivery.reference() != null) {
            message.setHeader("Bailiwick-Reference", delivery.reference());
        }
    }

    /** Ends it; nothing may be in flight any more. */
    @Override
    public void close() {
        camel.stop();
        connections.close();
    }
}
