/**
 * Where the rows live: a PostgreSQL of our own in the data directory, or a server that the settings name.
 * Gives the other modules a {@link javax.sql.DataSource}, and {@link Aside} to whoever loads what others wait for.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"operations"})
package io.bailiwick.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
