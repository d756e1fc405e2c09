package io.bailiwick.demo;

import io.bailiwick.flows.AccessPointForm;
import io.bailiwick.flows.AccessPoints;
import io.bailiwick.flows.DataFlowForm;
import io.bailiwick.flows.DataFlows;
import io.bailiwick.flows.EndpointForm;
import io.bailiwick.flows.Endpoints;
import io.bailiwick.flows.Engines;
import io.bailiwick.kernel.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where messages come in, which way they take, and where they go. */
@Component
class DemoFlows {
    static final List<Kind> KINDS = List.of(
            new Kind("call-records", "inbound", "cdr-warehouse", "CDR warehouse", 120, 58),
            new Kind("orders", "inbound", "order-desk", "Order desk", 310, 22),
            new Kind("porting", "inbound", "clearing-house", "Number clearing house", 1_850, 12),
            new Kind("invoices", "outbound", "invoice-mailbox", "Invoice mailbox", 640, 8));

    private final Endpoints endpoints;
    private final AccessPoints points;
    private final DataFlows flows;
    private final Engines engines;

    DemoFlows(Endpoints endpoints, AccessPoints points, DataFlows flows, Engines engines) {
        this.endpoints = endpoints;
        this.points = points;
        this.flows = flows;
        this.engines = engines;
    }

    /**
     * A kind of messages.
     *
     * @param millis how long its endpoint takes, about
     * @param share of the messages, in percent
     */
    record Kind(String type, String direction, String endpoint, String endpointName, int millis, int share) {}

    void settle(Actor server) {
        for (var kind : KINDS) {
            endpoints.create(
                    server,
                    new EndpointForm(
                            kind.endpointName(),
                            kind.endpoint(),
                            null,
                            "https://" + kind.endpoint() + ".northgate.example/messages",
                            null,
                            3));
        }
        for (var partner : DemoCarrier.PARTNERS) {
            points.create(server, new AccessPointForm(partner.name() + " gateway", partner.key(), null, null));
            for (var kind : KINDS) {
                flows.create(
                        server,
                        new DataFlowForm(partner.key(), partner.key(), kind.endpoint(), kind.direction(), kind.type()));
            }
        }
        engines.restart(server);
    }
}
