/** The list of naughty strings, sent through every text that people can type and read back wherever it is shown. */
@NullMarked
package io.bailiwick.strings;

import org.jspecify.annotations.NullMarked;
