package io.bailiwick.sessions;

import io.bailiwick.model.PathFault;
import io.bailiwick.model.RequestPath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Brings malformed paths as far as the {@link FrontDoor}. Tomcat answers many of them itself, before any filter, with a
 * bare 400 that has neither our headers nor a reason; so it is shown a harmless path in their place, along with the fault.
 */
@Component
class MalformedPaths implements TomcatConnectorCustomizer {
    /** The request attribute that holds the {@link PathFault}. */
    static final String FAULT = MalformedPaths.class.getName();

    /** What Tomcat's parser refuses in a request line unless told otherwise. */
    private static final String RELAXED = "\"<>[\\]^`{|}";

    /** What stands before a path that Envoy asks about, which is as long by itself as a path may be. */
    private static final Pattern ASKED = Pattern.compile("/authz/[a-z0-9-]+/ext-authz(?=/)");

    @Override
    public void customize(Connector connector) {
        connector.setAllowTrace(true);
        connector.setProperty("relaxedPathChars", RELAXED);
        connector.setProperty("relaxedQueryChars", RELAXED);
        connector.addLifecycleListener(new Installation(connector));
    }

    static Optional<PathFault> fault(String path) {
        var asked = ASKED.matcher(path);
        return RequestPath.of(asked.lookingAt() ? path.substring(asked.end()) : path)
                        instanceof RequestPath.Malformed malformed
                ? Optional.of(malformed.fault())
                : Optional.empty();
    }

    /** The connector makes its adapter while it initializes, and serves nothing before it is started. */
    private record Installation(Connector connector) implements LifecycleListener {
        @Override
        public void lifecycleEvent(LifecycleEvent event) {
            if (event.getType().equals(Connector.BEFORE_START_EVENT)) {
                var protocol = connector.getProtocolHandler();
                protocol.setAdapter(new Screen(protocol.getAdapter()));
            }
        }
    }

    private record Screen(Adapter adapter) implements Adapter {
        @Override
        public void service(Request request, Response response) throws Exception {
            replaceMalformed(request);
            adapter.service(request, response);
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            replaceMalformed(request);
            return adapter.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return adapter.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }

        private static void replaceMalformed(Request request) {
            var path = request.requestURI().toString();
            if (path == null) {
                return;
            }
            fault(path).ifPresent(fault -> {
                request.setAttribute(FAULT, fault);
                var harmless = harmless(path).getBytes(StandardCharsets.US_ASCII);
                request.requestURI().setBytes(harmless, 0, harmless.length);
            });
        }

        /** Of the same kind, so that scripts are answered as scripts and proxies as proxies. */
        private static String harmless(String path) {
            for (var prefix : new String[] {"/api/", "/authz/"}) {
                if (path.startsWith(prefix)) {
                    return prefix + "malformed";
                }
            }
            return "/malformed";
        }
    }
}
