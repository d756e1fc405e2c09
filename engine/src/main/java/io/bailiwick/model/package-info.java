/** The values of the access model and their parsing: paths, patterns, actions, networks, roles, scopes. For everyone. */
@NullMarked
package io.bailiwick.model;

import org.jspecify.annotations.NullMarked;
