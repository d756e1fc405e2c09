package io.bailiwick.billing;

import java.util.UUID;

/** Names an alert within an account. */
record AlertId(UUID value) {}
