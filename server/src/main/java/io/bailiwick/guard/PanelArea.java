package io.bailiwick.guard;

import io.bailiwick.model.AreaGate;

/** The areas of the panel itself (the built-in application, key `cockpit`), as in the access model. */
public enum PanelArea {
    USERS("Users", AreaGate.ADMINISTRATION),
    GROUPS("Groups", AreaGate.ADMINISTRATION),
    PARTNERS("Partners", AreaGate.ADMINISTRATION),
    RESELLERS("Resellers", AreaGate.ADMINISTRATION),
    AREAS("Applications and areas", AreaGate.ADMINISTRATION),
    EXPLAIN("Explain", AreaGate.ADMINISTRATION),
    /** Oneself: any signed-in user. */
    ONESELF("Oneself", AreaGate.PERSONAL),
    /** Everything before sign-in. */
    PUBLIC("Before sign-in", AreaGate.PUBLIC);

    private final String title;
    private final AreaGate gate;

    PanelArea(String title, AreaGate gate) {
        this.title = title;
        this.gate = gate;
    }

    /** The area's name, unique in the built-in application. */
    public String title() {
        return title;
    }

    /** The area's gate. */
    public AreaGate gate() {
        return gate;
    }
}
