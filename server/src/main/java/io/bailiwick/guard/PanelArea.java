package io.bailiwick.guard;

import io.bailiwick.model.AreaGate;

/** The areas of the panel itself (the built-in application, key `cockpit`), as in the access model. */
public enum PanelArea {
    USERS("Users", AreaGate.ADMINISTRATION),
    GROUPS("Groups", AreaGate.ADMINISTRATION),
    PARTNERS("Partners", AreaGate.ADMINISTRATION),
    RESELLERS("Resellers", AreaGate.ADMINISTRATION, true),
    AREAS("Applications and areas", AreaGate.ADMINISTRATION, true),
    EXPLAIN("Explain", AreaGate.ADMINISTRATION),
    OUTGOING_MAIL("Outgoing mail", AreaGate.ADMINISTRATION, true),
    DASHBOARD("Dashboard", AreaGate.OPEN),
    CONTACTS("Contacts", AreaGate.STAFF),
    ROUTING("Routing", AreaGate.STAFF),
    BILLING("Billing", AreaGate.OPEN),
    BILLING_MANAGEMENT("Billing management", AreaGate.STAFF),
    TICKETS("Tickets", AreaGate.OPEN),
    MESSAGES("Messages", AreaGate.OPEN),
    JOBS("Jobs", AreaGate.JOBS),
    ISSUES("Issues and their comments", AreaGate.ISSUE_COMMENTS),
    REPROCESS("Reprocess", AreaGate.REPROCESS_MESSAGES),
    ENDPOINTS("Endpoints", AreaGate.INTEGRATION_CONFIGURATION),
    ACCESS_POINTS("Access points", AreaGate.INTEGRATION_CONFIGURATION),
    DATA_FLOWS("Data flows", AreaGate.INTEGRATION_CONFIGURATION),
    ENGINE("Integration engine", AreaGate.INTEGRATION_CONFIGURATION),
    /** Oneself: any signed-in user. */
    ONESELF("Oneself", AreaGate.PERSONAL),
    /** Everything before sign-in. */
    PUBLIC("Before sign-in", AreaGate.PUBLIC);

    private final String title;
    private final AreaGate gate;
    private final boolean aboveResellers;

    PanelArea(String title, AreaGate gate) {
        this(title, gate, false);
    }

    PanelArea(String title, AreaGate gate, boolean aboveResellers) {
        this.title = title;
        this.gate = gate;
        this.aboveResellers = aboveResellers;
    }

    /** The area's name, unique in the built-in application. */
    public String title() {
        return title;
    }

    /** The area's gate. */
    public AreaGate gate() {
        return gate;
    }

    /** Whether it is about the whole account, and so closed to an Administrator who has a reseller. */
    public boolean isAboveResellers() {
        return aboveResellers;
    }
}
