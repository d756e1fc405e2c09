/**
 * Outgoing mail: the outbox, into which a letter is put in the transaction of what it tells of; the sender, which hands
 * it to the SMTP server and tries again; and the screen on which administrators see what left and what did not. Owns
 * {@code /mail} and {@code /api/v1/mail}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "operations", "tokens", "http", "guard", "ui", "accounts"})
@NullMarked
package io.bailiwick.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
