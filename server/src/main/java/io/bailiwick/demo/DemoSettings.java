package io.bailiwick.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether an empty database is filled with the example account.
 *
 * @param demo what {@code bin/run --demo} sets
 */
@ConfigurationProperties("bailiwick")
record DemoSettings(@DefaultValue("false") boolean demo) {}
