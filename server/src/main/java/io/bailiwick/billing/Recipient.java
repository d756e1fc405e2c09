package io.bailiwick.billing;

import io.bailiwick.kernel.UserId;
import java.time.ZoneId;

/** Somebody to tell, at an address that is proven. */
record Recipient(UserId id, String name, String email, ZoneId zone) {}
