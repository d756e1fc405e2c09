package io.bailiwick.ui;

import io.bailiwick.guard.PanelArea;

/**
 * One entry of the sidebar; a module contributes its own as a bean.
 *
 * @param section the group under which it stands
 * @param order its place within the section, ascending
 * @param label message key of its text
 * @param icon name of the symbol in {@code icons.svg}, without the {@code i-}
 * @param href path of the page; every page beneath it marks this entry as current
 * @param area the panel area that the person must be able to read
 */
public record NavItem(Section section, int order, String label, String icon, String href, PanelArea area) {
    /** The groups of the sidebar, in their order. */
    public enum Section {
        /** Pages that stand alone, above the groups. */
        HOME,
        /** What goes through, and what became of it. */
        ACTIVITY,
        /** What a carrier does business by. */
        CARRIER,
        /** Where messages come in, which way they take, and where they go. */
        INTEGRATION,
        /** People and those they belong to. */
        DIRECTORY,
        /** What decides access, and how it is understood. */
        GOVERN,
        /** How the product itself is set up. */
        SETTINGS
    }

    /** Whether the path is this entry's page or one beneath it. */
    public boolean covers(String path) {
        return path.equals(href) || path.startsWith(href + "/");
    }
}
