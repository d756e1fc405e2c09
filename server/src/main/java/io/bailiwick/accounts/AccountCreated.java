package io.bailiwick.accounts;

/** A new account exists; published in its transaction, so that modules lay down what each account needs. */
public record AccountCreated(Account account) {}
