package io.bailiwick.benchmarks;

import io.bailiwick.model.Access;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bare floor for decisions: a check that the path is canonical, a trie of the patterns with back-tracking, and an
 * array of masks, one after the other; where the user is known by id, a table of ids with open addressing. Written by hand without regard for
 * anything else: no escapes, part-literals, overrides, covering from above across branches, statuses, networks, reasons or
 * scopes.
 */
public final class BareFloor {

    private static final boolean[] REFUSED = refused();

    private final Node root = new Node("");
    private final byte[][] masks;
    private final long[] ids;
    private final int[] numbers;

    /** The floor of a world. Users with the same groups share a row of masks, as they do in the engine. */
    public BareFloor(BenchmarkWorld world) {
        for (int area = 0; area < world.areas().size(); area++) {
            for (var pattern : world.areas().get(area).patterns()) {
                add(pattern.pattern().text(), area);
            }
        }
        var rows = new HashMap<Object, byte[]>();
        masks = new byte[world.users().size()][];
        numbers = new int[2 * Integer.highestOneBit(masks.length)];
        ids = new long[2 * numbers.length];
        Arrays.fill(numbers, -1);
        for (int user = 0; user < masks.length; user++) {
            place(world.users().get(user).id(), user);
            var groups = world.groupsOf(user);
            masks[user] = rows.computeIfAbsent(Set.copyOf(groups), key -> {
                var row = new byte[world.areas().size()];
                for (int area = 0; area < row.length; area++) {
                    var access = Access.NONE;
                    for (int group : groups) {
                        access = access.union(
                                world.access(group, world.areas().get(area).id()));
                    }
                    row[area] = (byte) access.mask();
                }
                return row;
            });
        }
    }

    /** Whether the user may send the request. */
    public boolean allows(int user, String method, String path) {
        int bit = bitOf(method);
        if (bit == 0 || !isCanonical(path)) {
            return false;
        }
        int area = find(root, path, 1);
        return area >= 0 && (masks[user][area] & bit) != 0;
    }

    /** The same, when the user is known by id. */
    public boolean allows(UUID user, String method, String path) {
        int number = numberOf(user);
        return number >= 0 && allows(number, method, path);
    }

    private void place(UUID id, int user) {
        int slot = slotOf(id);
        while (numbers[slot] >= 0) {
            slot = slot + 1 & numbers.length - 1;
        }
        numbers[slot] = user;
        ids[2 * slot] = id.getMostSignificantBits();
        ids[2 * slot + 1] = id.getLeastSignificantBits();
    }

    private int numberOf(UUID id) {
        int slot = slotOf(id);
        while (numbers[slot] >= 0
                && (ids[2 * slot] != id.getMostSignificantBits()
                        || ids[2 * slot + 1] != id.getLeastSignificantBits())) {
            slot = slot + 1 & numbers.length - 1;
        }
        return numbers[slot];
    }

    private int slotOf(UUID id) {
        long hash = (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32) & numbers.length - 1;
    }

    private static int bitOf(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> 2;
            case "POST" -> 1;
            case "PUT", "PATCH" -> 4;
            case "DELETE" -> 8;
            default -> 0;
        };
    }

    private static boolean isCanonical(String path) {
        int length = path.length();
        if (length == 0 || path.charAt(0) != '/') {
            return false;
        }
        int start = 1;
        for (int at = 1; at < length; at++) {
            char character = path.charAt(at);
            if (character >= 128 || REFUSED[character]) {
                return false;
            }
            if (character == '/') {
                int width = at - start;
                if (width == 0
                        || path.charAt(start) == '.' && (width == 1 || width == 2 && path.charAt(start + 1) == '.')) {
                    return false;
                }
                start = at + 1;
            }
        }
        return true;
    }

    /** The area of the best pattern, or -1. */
    private static int find(Node from, String path, int begin) {
        Node node = from;
        int start = begin;
        int length = path.length();
        while (start < length) {
            int hash = 0;
            int stop = start;
            for (char character; stop < length && (character = path.charAt(stop)) != '/'; stop++) {
                hash = Integer.rotateLeft(hash, 5) ^ character;
            }
            Node next = node.child(hash, path, start, stop);
            if (next != null && node.parameter != null) {
                int area = find(next, path, stop + 1);
                if (area >= 0) {
                    return area;
                }
                next = null;
            }
            if (next == null) {
                next = node.parameter;
            }
            if (next == null) {
                return node.area;
            }
            node = next;
            start = stop + 1;
        }
        return node.area;
    }

    private void add(String pattern, int area) {
        var node = root;
        for (var segment : pattern.substring(1).split("/")) {
            node = segment.startsWith("{") ? node.parameterChild() : node.literalChild(segment);
        }
        node.area = area;
    }

    private static boolean[] refused() {
        var refused = new boolean[128];
        Arrays.fill(refused, 0, 33, true);
        for (char character : ";\\#*%?\177".toCharArray()) {
            refused[character] = true;
        }
        return refused;
    }

    private static final class Node {

        private final String text;
        private @Nullable Node[] children = new Node[4];
        private int count;
        private @Nullable Node parameter;
        private int area = -1;

        Node(String text) {
            this.text = text;
        }

        @Nullable
        Node child(int hash, String path, int start, int stop) {
            int mask = children.length - 1;
            for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
                Node child = children[slot];
                if (child == null || child.text.length() == stop - start && path.startsWith(child.text, start)) {
                    return child;
                }
            }
        }

        Node parameterChild() {
            if (parameter == null) {
                parameter = new Node("");
            }
            return parameter;
        }

        Node literalChild(String segment) {
            var known = child(hashOf(segment), segment, 0, segment.length());
            if (known != null) {
                return known;
            }
            if (2 * ++count > children.length) {
                var old = children;
                children = new Node[2 * old.length];
                for (var child : old) {
                    if (child != null) {
                        place(child);
                    }
                }
            }
            var child = new Node(segment);
            place(child);
            return child;
        }

        private void place(Node child) {
            int mask = children.length - 1;
            int slot = spread(hashOf(child.text)) & mask;
            while (children[slot] != null) {
                slot = slot + 1 & mask;
            }
            children[slot] = child;
        }

        private static int hashOf(String text) {
            int hash = 0;
            for (int index = 0; index < text.length(); index++) {
                hash = Integer.rotateLeft(hash, 5) ^ text.charAt(index);
            }
            return hash;
        }

        private static int spread(int hash) {
            int mixed = hash * 0x9E3779B9;
            return mixed >>> 16 ^ mixed >>> 26;
        }
    }
}
