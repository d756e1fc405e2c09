package io.bailiwick.flows;

/** Something is due to be delivered as soon as the transaction that says so has committed. */
public record DeliveryDue() {}
