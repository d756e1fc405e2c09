package io.bailiwick.operations;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Looks whether the ports can be had, before the database is started in vain. */
record FreePorts(Environment environment) {
    /** A sentence for each port that somebody else listens on. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        check("server", "BAILIWICK_PORT", faults);
        check("management.server", "BAILIWICK_MANAGEMENT_PORT", faults);
        return faults;
    }

    private void check(String prefix, String variable, List<String> faults) {
        var port = environment.getProperty(prefix + ".port", Integer.class, 0);
        var address = environment.getProperty(prefix + ".address", "127.0.0.1");
        if (port > 0 && !isFree(address, port)) {
            faults.add(
                    "Port %d of %s cannot be had: another program listens there, or it is not ours to use; choose another with %s."
                            .formatted(port, address, variable));
        }
    }

    private static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            return socket.isBound();
        } catch (UnknownHostException unjudged) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
