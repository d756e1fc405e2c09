/**
 * The example account: a carrier with its people, partners and a month behind it, made on an empty database when that is
 * asked for. What is set up goes through the façades; what is past, which no façade would write, goes straight into the
 * tables, of this one account alone. Nobody imports it.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "operations",
            "guard",
            "accounts",
            "areas",
            "groups",
            "partners",
            "users",
            "invitations",
            "flows",
            "contacts",
            "routing",
            "billing",
            "tickets"
        })
@NullMarked
package io.bailiwick.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
