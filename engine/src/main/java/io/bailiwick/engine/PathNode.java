package io.bailiwick.engine;

import io.bailiwick.model.PathSyntax;
import io.bailiwick.model.PatternSegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the trie of an application's patterns, one level for each segment.
 *
 * <p>Looking a path up follows the literal child first, then the part-literal ones, then the parameter, and comes back to
 * try the next branch when one holds no pattern that matches the whole path. On the way it keeps the best pattern that
 * covers the path from above: the first one that a branch yields, since branches are tried best first, and within a
 * branch the deepest. Only part-literals of equal rank can be undecided at a branch; theirs are compared by all ranks.
 *
 * <p>The text of a path is compared in place: literal children stand in a table of at least twice their number, found by a
 * hash of the segment's characters. Literals of the same text are one object, since many nodes bear the same few words and
 * each text that is read anew costs a wait for memory.
 */
final class PathNode {

    private static final PathNode[] NONE = {};

    private final PatternSegment segment;
    private final String literal;
    private @Nullable PathNode[] literals = NONE;
    private int literalCount;

    /** The literal child when there is but one: it is compared without a hash. */
    private @Nullable PathNode onlyLiteral;

    private PathNode[] parts = NONE;
    private @Nullable PathNode parameter;
    private @Nullable Route route;

    /** A root. */
    PathNode() {
        this(new PatternSegment(PatternSegment.Kind.LITERAL, "", "", ""));
    }

    private PathNode(PatternSegment segment) {
        this.segment = segment;
        this.literal = segment.prefix().intern();
    }

    /** Adds a pattern. Not after the trie has been handed to other threads. */
    void add(Route added) {
        var node = this;
        for (var next : added.pattern.pattern().segments()) {
            node = node.childFor(next);
        }
        node.route = added;
    }

    /**
     * The pattern that matches the whole of a path without escapes, as nearly every request has it, in one pass.
     *
     * <p>Each character is read once, to see that the path is well-formed and to find the segment's child. Children are
     * taken best first and without a way back: what matches the whole path on that way is what {@link #find} finds first.
     *
     * @param wire the path as it stood on the wire
     * @return null when only {@link PathSyntax#scan} and {@link #find} can tell: the path is malformed or has an escape, no
     *     pattern matches the whole of it, or more than one branch has to be tried
     */
    @Nullable
    Route findPlain(String wire) {
        int end = wire.length();
        if (end == 0 || end > PathSyntax.MAX_LENGTH || wire.charAt(0) != '/') {
            return null;
        }
        PathNode node = this;
        int start = 1;
        while (start < end) {
            PathNode next = node.onlyLiteral;
            int stop;
            if (next != null && next.isSegment(wire, start, end)) {
                stop = start + next.literal.length();
            } else {
                int hash = 0;
                stop = start;
                for (char character; stop < end && PathSyntax.isPlain(character = wire.charAt(stop)); stop++) {
                    hash = Integer.rotateLeft(hash, 5) ^ character;
                }
                if (stop < end && wire.charAt(stop) != '/') {
                    if (wire.charAt(stop) != '?') {
                        return null;
                    }
                    end = stop;
                }
                if (start == end) {
                    break;
                }
                next = node.plainChild(hash, wire, start, stop);
                if (next == null) {
                    return null;
                }
            }
            node = next;
            start = stop + 1;
        }
        return node.route;
    }

    /** The child that a plain segment leads to, when no other has to be tried. */
    private @Nullable PathNode plainChild(int hash, String wire, int start, int stop) {
        PathNode child = literals == NONE ? null : literalAt(hash, wire, start, stop);
        if (child != null) {
            return child;
        }
        boolean mayBeParameter = parts == NONE && start < stop && wire.charAt(start) != '.';
        return mayBeParameter ? parameter : null;
    }

    /** Whether this literal is the segment that begins there. */
    private boolean isSegment(String path, int start, int end) {
        int stop = start + literal.length();
        return path.startsWith(literal, start) && (stop == end || path.charAt(stop) == '/');
    }

    /**
     * The best pattern for a path.
     *
     * @param path the decoded path
     * @param from where the first segment begins: after the leading slash
     * @param end where the path ends
     * @param segments how many segments it has
     */
    @Nullable
    Route find(String path, int from, int end, int segments) {
        PathNode node = this;
        Route cover = null;
        boolean settled = false;
        int start = from;
        while (start < end) {
            if (!settled && node.route != null) {
                cover = node.route;
            }
            int hash = 0;
            int stop = start;
            for (char character; stop < end && (character = path.charAt(stop)) != '/'; stop++) {
                hash = Integer.rotateLeft(hash, 5) ^ character;
            }
            PathNode next = node.literals == NONE ? null : node.literalAt(hash, path, start, stop);
            if (node.parts != NONE || next != null && node.parameter != null) {
                Route found = node.findBeforeParameter(next, path, start, stop, end, segments);
                if (found != null && found.length == segments) {
                    return found;
                }
                if (found != null && !settled) {
                    cover = found;
                    settled = true;
                }
                next = null;
            }
            if (next == null) {
                next = node.parameter;
            }
            if (next == null) {
                return cover;
            }
            node = next;
            start = stop + 1;
        }
        return node.route != null ? node.route : cover;
    }

    private @Nullable Route findBeforeParameter(
            @Nullable PathNode literalChild, String path, int start, int stop, int end, int segments) {
        Route best = null;
        if (literalChild != null) {
            best = literalChild.find(path, stop + 1, end, segments);
            if (best != null && best.length == segments) {
                return best;
            }
        }
        for (var part : parts) {
            if (part.matches(path, start, stop)) {
                best = Route.better(best, part.find(path, stop + 1, end, segments), segments);
            }
        }
        return best;
    }

    private boolean matches(String path, int start, int stop) {
        String suffix = segment.suffix();
        return stop - start > literal.length() + suffix.length()
                && path.startsWith(literal, start)
                && path.startsWith(suffix, stop - suffix.length());
    }

    private @Nullable PathNode literalAt(int hash, String path, int start, int stop) {
        int mask = literals.length - 1;
        for (int slot = spread(hash) & mask; ; slot = slot + 1 & mask) {
            PathNode child = literals[slot];
            if (child == null) {
                return null;
            }
            if (child.literal.length() == stop - start && path.startsWith(child.literal, start)) {
                return child;
            }
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed >>> 16 ^ mixed >>> 26;
    }

    private static int hashOf(String text) {
        int hash = 0;
        for (int index = 0; index < text.length(); index++) {
            hash = Integer.rotateLeft(hash, 5) ^ text.charAt(index);
        }
        return hash;
    }

    private PathNode childFor(PatternSegment next) {
        return switch (next.kind()) {
            case LITERAL -> literalFor(next);
            case PART_LITERAL -> partFor(next);
            case PARAMETER -> {
                if (parameter == null) {
                    parameter = new PathNode(next);
                }
                yield parameter;
            }
        };
    }

    private PathNode literalFor(PatternSegment next) {
        var text = next.prefix();
        var known = literals == NONE ? null : literalAt(hashOf(text), text, 0, text.length());
        if (known != null) {
            return known;
        }
        if (2 * ++literalCount > literals.length) {
            var old = literals;
            literals = new PathNode[Math.max(4, 2 * old.length)];
            for (var child : old) {
                if (child != null) {
                    place(child);
                }
            }
        }
        var child = new PathNode(next);
        onlyLiteral = literalCount == 1 ? child : null;
        place(child);
        return child;
    }

    private void place(PathNode child) {
        int mask = literals.length - 1;
        int slot = spread(hashOf(child.literal)) & mask;
        while (literals[slot] != null) {
            slot = slot + 1 & mask;
        }
        literals[slot] = child;
    }

    private PathNode partFor(PatternSegment next) {
        for (var part : parts) {
            if (part.segment.prefix().equals(next.prefix())
                    && part.segment.suffix().equals(next.suffix())) {
                return part;
            }
        }
        var list = new ArrayList<>(List.of(parts));
        var child = new PathNode(next);
        list.add(child);
        parts = list.toArray(PathNode[]::new);
        return child;
    }
}
