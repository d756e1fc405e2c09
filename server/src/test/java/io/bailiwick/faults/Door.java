package io.bailiwick.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A way to a PostgreSQL on this machine, without TLS, that can be cut off, or held up so that nothing arrives and nothing fails. */
final class Door implements AutoCloseable {
    private static final int NOTIFICATION = 'A';

    private final int target;
    private final ServerSocket entry;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moving = lock.newCondition();
    private final AtomicInteger swallowed = new AtomicInteger();
    private volatile boolean shut;
    private volatile boolean deaf;
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

    /** From now on what PostgreSQL tells without being asked gets lost; answers go through. */
    void swallowNotifications() {
        deaf = true;
    }

    /** How many notifications got lost. */
    int swallowed() {
        return swallowed.get();
    }

    /** Everything goes through again, what was held up first. */
    void open() {
        shut = false;
        deaf = false;
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
                    pump(caller, server, this::copy);
                    pump(server, caller, this::copyMessages);
                }
            } catch (IOException closed) {
                // The next one may come in, unless the door is gone.
            }
        }
    }

    private interface Copying {
        void copy(InputStream from, OutputStream to) throws IOException;
    }

    private void pump(Socket from, Socket to, Copying copying) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                copying.copy(from.getInputStream(), to.getOutputStream());
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

    /** What the server says, message by message: a letter, its length with that of the length, and the rest. */
    private void copyMessages(InputStream from, OutputStream to) throws IOException {
        var messages = new DataInputStream(from);
        for (var kind = messages.read(); kind >= 0; kind = messages.read()) {
            var length = messages.readInt();
            var message = ByteBuffer.allocate(1 + length).put((byte) kind).putInt(length);
            messages.readFully(message.array(), message.position(), message.remaining());
            pass();
            if (deaf && kind == NOTIFICATION) {
                swallowed.incrementAndGet();
            } else {
                to.write(message.array());
            }
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
