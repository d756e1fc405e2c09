package io.bailiwick.decisions;

import io.bailiwick.model.Access;
import java.util.UUID;

/**
 * What one group says of an area, alone.
 *
 * @param area the area's id
 * @param application the key of its application
 * @param applicationName what that is called
 * @param allowed the actions that it allows
 * @param denied the actions that it denies, whatever other groups allow
 */
public record GroupReach(
        UUID area, String application, String applicationName, String name, Access allowed, Access denied) {}
