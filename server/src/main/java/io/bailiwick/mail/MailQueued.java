package io.bailiwick.mail;

/** A mail lies in the outbox; the sender is woken when the transaction has committed. */
record MailQueued() {}
