package io.bailiwick.ui;

import java.time.ZoneId;

/** The signed-in person for whom a page is drawn. */
public interface Viewer {
    /** The person's name, as entered. */
    String name();

    /** The address that the person signs in with. */
    String email();

    /** The message key of the person's role. */
    String role();

    /** The name of the account that the person works in. */
    String account();

    /** The zone in which times are shown to this person. */
    ZoneId zone();

    /** Whether the person may open the page; navigation leaves out what is refused here. */
    boolean mayOpen(NavItem item);
}
