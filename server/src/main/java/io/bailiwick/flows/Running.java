package io.bailiwick.flows;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/**
 * An account's engine as it runs with one generation of its configuration: a Camel context with one route for each data
 * flow. It is never restarted: a new generation gets a new one, and this one is closed when nothing is in flight in it.
 */
final class Running implements AutoCloseable {
    private static final String OUT = "out";
    private static final String TO = OUT + "://endpoint?ignoreResponseBody=true&copyHeaders=false";

    private final Configuration configuration;
    private final CamelContext camel;
    private final PoolingHttpClientConnectionManager connections;
    private final ProducerTemplate template;
    private final Duration timeout;
    private final AtomicInteger inFlight = new AtomicInteger();

    private Running(
            Configuration configuration,
            CamelContext camel,
            PoolingHttpClientConnectionManager connections,
            Duration timeout) {
        this.configuration = configuration;
        this.camel = camel;
        this.connections = connections;
        this.timeout = timeout;
        this.template = camel.createProducerTemplate();
    }

    static Running start(Configuration configuration, Connections outgoing, Duration timeout) {
        var connections = outgoing.make();
        var camel = new DefaultCamelContext(false);
        camel.getCamelContextExtension().setName("engine-" + configuration.generation());
        camel.disableJMX();
        camel.setStreamCaching(false);
        camel.getShutdownStrategy().setTimeout(timeout.toSeconds() + 1);
        camel.addComponent(OUT, component(connections, timeout));
        try {
            camel.addRoutes(routes(configuration));
            camel.start();
        } catch (Exception fault) {
            camel.stop();
            connections.close();
            throw new IllegalStateException("the routes cannot be started", fault);
        }
        return new Running(configuration, camel, connections, timeout);
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

    private static RouteBuilder routes(Configuration configuration) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                for (var flow : configuration.flows()) {
                    from("direct:" + flow.id())
                            .routeId(flow.id().toString())
                            .process(exchange -> exchange.getIn()
                                    .setHeader(Exchange.HTTP_URI, flow.to().url()))
                            .to(TO);
                }
            }
        };
    }

    Configuration configuration() {
        return configuration;
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
