package io.bailiwick.flows;

import java.util.UUID;

/**
 * A data flow as deliveries are taken for it.
 *
 * @param endpoint where it leads; what is free is shared by all that lead there
 * @param free how many more may be on their way there
 */
public record Lane(UUID flow, UUID endpoint, int free) {}
