package io.bailiwick.routing;

/**
 * Which routes are wanted.
 *
 * @param q the beginning of a prefix, or something in the partner's name or key, in any case; empty for all
 * @param partner only those to the partner with this key or id; empty for all
 */
public record RouteFilter(String q, String partner) {
    /** Every route. */
    public static final RouteFilter ALL = new RouteFilter("", "");
}
