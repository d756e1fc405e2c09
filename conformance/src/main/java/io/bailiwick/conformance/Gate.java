package io.bailiwick.conformance;

/** The gates in the order in which they are asked. */
public enum Gate {
    PATH,
    STATUS,
    NETWORK,
    AREA,
    ROLE,
    GROUPS,
    DATA
}
