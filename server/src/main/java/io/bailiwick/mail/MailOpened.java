package io.bailiwick.mail;

import io.bailiwick.kernel.Actor;

/**
 * Link and code of a mail that waits for a mail server were shown to somebody who is not its recipient; published in the
 * transaction.
 *
 * @param kind what the mail is for
 * @param email whom it is for
 */
public record MailOpened(Actor actor, MailId mail, String kind, String email) {}
