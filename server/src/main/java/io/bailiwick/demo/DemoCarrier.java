package io.bailiwick.demo;

import io.bailiwick.areas.ApplicationForm;
import io.bailiwick.areas.Applications;
import io.bailiwick.areas.AreaForm;
import io.bailiwick.areas.Areas;
import io.bailiwick.kernel.Actor;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The carrier: two resellers, twelve partners, and a back end of its own that is guarded. */
@Component
class DemoCarrier {
    static final String BLUELINE = "blueline";
    static final String MERIDIAN = "meridian";
    static final String PORTAL = "number-portal";

    /** The one that left, and is switched off once its past is written. */
    static final String GONE = "kitestream";

    static final List<Given> PARTNERS = List.of(
            new Given("Acme Voice", "acme-voice", null, 22),
            new Given("Brightcall", "brightcall", null, 16),
            new Given("Copperline", "copperline", null, 11),
            new Given("Deltacom", "deltacom", null, 9),
            new Given("Everfone", "everfone", null, 6),
            new Given("Fjordtel", "fjordtel", null, 4),
            new Given("Globalink", "globalink", BLUELINE, 12),
            new Given("Harborcall", "harborcall", BLUELINE, 7),
            new Given("Inkwell Media", "inkwell", BLUELINE, 3),
            new Given("Juniper Mobile", "juniper", MERIDIAN, 8),
            new Given("Kitestream", GONE, MERIDIAN, 3),
            new Given("Lumen Post", "lumen", MERIDIAN, 2));

    private final Partners partners;
    private final Resellers resellers;
    private final Applications applications;
    private final Areas areas;

    DemoCarrier(Partners partners, Resellers resellers, Applications applications, Areas areas) {
        this.partners = partners;
        this.resellers = resellers;
        this.applications = applications;
        this.areas = areas;
    }

    /** @param share of the messages, beside the others' */
    record Given(String name, String key, @Nullable String reseller, int share) {}

    void settle(Actor server) {
        resellers.create(server, new ResellerForm("Blueline", BLUELINE, true));
        resellers.create(server, new ResellerForm("Meridian", MERIDIAN, true));
        PARTNERS.forEach(
                each -> partners.create(server, new PartnerForm(each.name(), each.key(), each.reseller(), true)));
        applications.create(
                server, new ApplicationForm("Number portal", PORTAL, List.of("https://numbers.northgate.example")));
        area(server, "Numbers", "open", "/numbers", "/ranges");
        area(server, "Orders", "open", "/orders");
        area(server, "Porting", "staff", "/portings", "/portings/{id}/documents");
        area(server, "Reports", "staff", "/reports");
        area(server, "Settings", "administration", "/settings");
    }

    private void area(Actor server, String name, String gate, String... paths) {
        var patterns = Stream.of(paths).map(AreaForm.Path::of).toList();
        areas.create(server, new AreaForm(PORTAL, name, patterns, gate, null));
    }
}
