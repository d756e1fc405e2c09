package io.bailiwick.flows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/** Connections to endpoints, each made only to an address that deliveries may go to. */
@Component
class Connections {
    /** The dispatcher bounds what is on its way to each endpoint; whoever waits here would wait for somebody else's. */
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final Targets targets;
    private final FlowSettings settings;

    Connections(Targets targets, FlowSettings settings) {
        this.targets = targets;
        this.settings = settings;
    }

    PoolingHttpClientConnectionManager make() {
        var timeout = Timeout.of(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Resolver(targets))
                .setMaxConnTotal(UNBOUNDED)
                .setMaxConnPerRoute(UNBOUNDED)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(timeout).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
    }

    private record Resolver(Targets targets) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return targets.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
