package io.bailiwick.signin;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is the first Administrator, and where people find this panel.
 *
 * @param adminEmail the first Administrator's e-mail address; used on an empty database only
 * @param adminPassword the first Administrator's password; used on an empty database only
 * @param publicUrl the address in links that leave the panel, never taken from a request
 */
@ConfigurationProperties("bailiwick")
record SetupSettings(
        @DefaultValue("") String adminEmail,
        @DefaultValue("") String adminPassword,
        @DefaultValue("") String publicUrl) implements CheckedSettings {

    @Override
    public void check(SettingFaults faults) {
        if (adminEmail.isBlank() && !adminPassword.isEmpty()) {
            faults.add("bailiwick.admin-email", "must be set when BAILIWICK_ADMIN_PASSWORD is");
        }
        if (!adminEmail.isBlank() && adminPassword.isEmpty()) {
            faults.add("bailiwick.admin-password", "must be set when BAILIWICK_ADMIN_EMAIL is");
        }
        if (!publicUrl.isBlank() && !publicUrl.matches("https?://[^/?#\\s]+/?")) {
            faults.add("bailiwick.public-url", "must be an address without a path such as `https://panel.example.com`");
        }
    }

    /** Whether an Administrator was named. */
    boolean nameAdministrator() {
        return !adminEmail.isBlank();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "SetupSettings[" + adminEmail + "]";
    }
}
