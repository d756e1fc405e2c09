@NullMarked
package io.bailiwick.decisions.web;

import org.jspecify.annotations.NullMarked;
