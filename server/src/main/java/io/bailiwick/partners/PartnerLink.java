package io.bailiwick.partners;

import io.bailiwick.guard.PanelArea;

/**
 * Leads from the page of a partner to its data; a module that keeps such data contributes a bean.
 *
 * @param label message key of what it leads to
 * @param before the address up to the partner's key
 * @param area the panel area that the reader must be able to read
 */
public record PartnerLink(String label, String before, PanelArea area) {
    /** The address for a partner. */
    public String to(String key) {
        return before + key;
    }
}
