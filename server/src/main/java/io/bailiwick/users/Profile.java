package io.bailiwick.users;

import org.jspecify.annotations.Nullable;

/** What everybody may change of themselves. */
public record Profile(@Nullable String name, @Nullable String timeZone) {}
