/**
 * What decisions come to, over HTTP: what a user may do, who may do something, and how two of them compare. Open to the
 * templates.
 */
@NamedInterface("web")
@NullMarked
package io.bailiwick.decisions.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
