/**
 * Users over HTTP: the API and the screens. Open to the templates, and to modules above that show the same form or draw on
 * the page of a user.
 */
@NamedInterface("web")
@NullMarked
package io.bailiwick.users.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
