package io.bailiwick.operations;

/**
 * Settings, a record with {@code @ConfigurationProperties("bailiwick…")}, that know what is wrong with them.
 * They are checked before anything else starts; values that do not convert are reported without their doing.
 */
public interface CheckedSettings {
    /** Adds every fault of these settings; unset values have their defaults by then. */
    void check(SettingFaults faults);
}
