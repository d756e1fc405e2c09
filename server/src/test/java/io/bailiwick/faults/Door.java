package io.bailiwick.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A way to a server on this machine that can be cut off, or held up so that nothing arrives and nothing fails. */
final class Door implements AutoCloseable {
    private final int target;
    private final ServerSocket entry;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moving = lock.newCondition();
    private volatile boolean shut;
    private boolean held;

    Door(int target) throws IOException {
        this.target = target;
        entry = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::admit);
    }

    int port() {
        return entry.getLocalPort();
    }

    /** From now on every connection is cut off, those under way and those to come. */
    void shut() throws IOException {
        shut = true;
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** From now on nothing gets through, and nobody is told. */
    void hold() {
        hold(true);
    }

    /** Everything goes through again, what was held up first. */
    void open() {
        shut = false;
        hold(false);
    }

    @Override
    public void close() throws IOException {
        open();
        shut();
        entry.close();
    }

    private void hold(boolean yes) {
        lock.lock();
        try {
            held = yes;
            moving.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void admit() {
        while (!entry.isClosed()) {
            try {
                var caller = entry.accept();
                sockets.add(caller);
                if (shut) {
                    caller.close();
                } else {
                    var server = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(server);
                    pump(caller, server);
                    pump(server, caller);
                }
            } catch (IOException closed) {
                // The next one may come in, unless the door is gone.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                copy(from.getInputStream(), to.getOutputStream());
            } catch (IOException cut) {
                // Both ends are closed now, which is all that there is to do.
            }
        });
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[16_384];
        for (var read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            pass();
            to.write(buffer, 0, read);
        }
    }

    private void pass() {
        lock.lock();
        try {
            while (held) {
                moving.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
