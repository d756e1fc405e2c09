@NullMarked
package io.bailiwick.demo;

import org.jspecify.annotations.NullMarked;
