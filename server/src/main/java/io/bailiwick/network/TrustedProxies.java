package io.bailiwick.network;

import io.bailiwick.model.AllowList;
import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.IpRange;
import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The proxies whose forwarding headers are believed.
 *
 * @param trustedProxies addresses and networks; nobody is trusted when it is empty
 */
@ConfigurationProperties("bailiwick")
record TrustedProxies(@DefaultValue List<String> trustedProxies) implements CheckedSettings {
    TrustedProxies {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** As a list that addresses are looked up in. */
    AllowList list() {
        return AllowList.of(ranges(new ArrayList<>()));
    }

    @Override
    public void check(SettingFaults faults) {
        var wrong = new ArrayList<String>();
        ranges(wrong);
        wrong.forEach(entry -> faults.add(
                "bailiwick.trusted-proxies",
                "must be addresses or networks such as `10.0.0.1,192.168.0.0/16`: " + entry));
    }

    private List<IpRange> ranges(List<String> wrong) {
        var ranges = new ArrayList<IpRange>();
        for (var entry : trustedProxies) {
            try {
                ranges.add(IpRange.parse(entry.strip()));
            } catch (InvalidValue invalid) {
                wrong.add(invalid.getMessage());
            }
        }
        return ranges;
    }
}
