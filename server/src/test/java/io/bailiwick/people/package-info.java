/** Made-up people as they are met: names in many scripts, addresses at many companies. Shared by tests and `bin/bench people`. */
@NullMarked
package io.bailiwick.people;

import org.jspecify.annotations.NullMarked;
