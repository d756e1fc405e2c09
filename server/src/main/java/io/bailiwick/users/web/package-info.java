/** Users over HTTP: the API and the screens. Open to the templates alone. */
@NamedInterface("web")
@NullMarked
package io.bailiwick.users.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
