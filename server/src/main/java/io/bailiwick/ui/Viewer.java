package io.bailiwick.ui;

import java.time.ZoneId;

/** The signed-in person for whom a page is drawn. */
public interface Viewer {
    /** The person's name, as entered. */
    String name();

    /** The person's role in words, such as {@code Administrator}. */
    String role();

    /** The name of the account that the person works in. */
    String account();

    /** Where the person's own page is. */
    String profile();

    /** The zone in which times are shown to this person. */
    ZoneId zone();

    /** Whether the person may open the page; navigation leaves out what is refused here. */
    boolean mayOpen(NavItem item);
}
