/**
 * Who gains and who loses what, before it is saved. Whoever is about to save something says so in a {@link
 * io.bailiwick.previews.Proposal}; the answer, an {@link io.bailiwick.previews.Effect}, comes from `decisions`. Here are
 * the words and the parts of pages in which it is told, too.
 */
@ApplicationModule(allowedDependencies = {"kernel", "guard", "ui"})
@NullMarked
package io.bailiwick.previews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
