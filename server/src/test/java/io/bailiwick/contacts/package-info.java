@NullMarked
package io.bailiwick.contacts;

import org.jspecify.annotations.NullMarked;
