package io.bailiwick.invitations;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of addresses as people paste them: from a mail client ({@code "Said, Omar" <omar@globex.com>; …}), from a
 * spreadsheet (name and address side by side), from anywhere (commas, semicolons, spaces, new lines). It drops nothing: what
 * is no address becomes an entry too, so that somebody can say so. Takes time in proportion to the text.
 *
 * <p>A line is cut into pieces at separators outside of quotes, angle brackets and parentheses; a piece also ends behind its
 * {@code >}. A piece that is the first half of {@code Last, First <address>}, or of an address with a comma in its domain, is
 * joined to the next one. What then stands in angle brackets is an address with a name before it; elsewhere each word with
 * an {@code @} is one, and the words before it are its name if they look like one.
 */
final class Pasted {
    private static final String SEPARATORS = ",;，；、";
    private static final Pattern LINE =
            Pattern.compile("[^\\r\\n\\x{2028}\\x{2029}]+|\\r\\n|[\\r\\n\\x{2028}\\x{2029}]");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z]{2,24}");

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private int line = 1;

    private Pasted(String text) {
        this.text = text;
    }

    /** The entries in the order in which they stand. */
    static List<Entry> read(String text) {
        var pasted = new Pasted(text);
        var lines = LINE.matcher(text);
        while (lines.find()) {
            if ("\r\n\u2028\u2029".indexOf(text.charAt(lines.start())) >= 0) {
                pasted.line++;
            } else {
                pasted.read(new Pieces(text, lines.start(), lines.end()).all());
            }
        }
        return pasted.entries;
    }

    /** The one entry that a text is meant to be; whatever else is in it makes it unfit. */
    static Entry one(int number, String text) {
        var found = read(text);
        var whole = text.strip();
        var from = text.indexOf(whole);
        return found.size() == 1
                ? new Entry(
                        number,
                        found.getFirst().from(),
                        found.getFirst().to(),
                        found.getFirst().address(),
                        found.getFirst().name())
                : new Entry(number, from, from + whole.length(), whole, null);
    }

    /**
     * A part of a line.
     *
     * @param open where its angle bracket opens, or -1
     * @param after the separator that ends it; a space at the end of a line
     */
    private record Piece(int from, int to, int open, char after) {
        boolean isAngled() {
            return open >= 0;
        }
    }

    private void read(List<Piece> pieces) {
        var name = -1;
        for (int at = 0; at < pieces.size(); at++) {
            var piece = pieces.get(at);
            var next = at + 1 < pieces.size() ? pieces.get(at + 1) : null;
            if (piece.isAngled()) {
                angled(piece, name < 0 ? piece.from() : name);
                name = -1;
            } else if (isHalfAName(piece, next)) {
                name = piece.from();
            } else if (next != null && isHalfAnAddress(piece, next)) {
                var half = lastWord(piece);
                words(new Piece(piece.from(), half, -1, ' '));
                add(half, firstWord(next), null);
                pieces.set(at + 1, new Piece(firstWord(next), next.to(), -1, next.after()));
            } else {
                words(piece);
            }
        }
    }

    private boolean isHalfAName(Piece piece, @Nullable Piece next) {
        var part = part(piece);
        return next != null && next.isAngled() && piece.after() == ',' && !part.isBlank() && !part.contains("@");
    }

    private boolean isHalfAnAddress(Piece piece, Piece next) {
        var half = text.substring(lastWord(piece), piece.to());
        return piece.after() == ','
                && !next.isAngled()
                && next.from() == piece.to() + 1
                && half.indexOf('@') > 0
                && half.indexOf('.', half.lastIndexOf('@')) < 0
                && LABEL.matcher(text.substring(next.from(), firstWord(next))).matches();
    }

    private void angled(Piece piece, int name) {
        var from = piece.open() + 1;
        var to = piece.to() - 1;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        add(from, to, DisplayNames.read(text.substring(name, piece.open())));
    }

    private void words(Piece piece) {
        var words = WORD.matcher(text).region(piece.from(), piece.to());
        var before = entries.size();
        int from = -1;
        int to = -1;
        while (words.find()) {
            if (words.group().contains("@")) {
                named(words.start(), words.end(), from, to);
                from = -1;
            } else {
                from = from < 0 ? words.start() : from;
                to = words.end();
            }
        }
        if (from >= 0) {
            left(from, to, before);
        }
    }

    /** An address behind words that may be its name. */
    private void named(int start, int end, int from, int to) {
        var words = from < 0 ? "" : text.substring(from, to);
        if (from >= 0 && !DisplayNames.looksLikeOne(words)) {
            add(from, to, null);
        }
        add(start, end, DisplayNames.looksLikeOne(words) ? DisplayNames.read(words) : null);
    }

    /** Words behind the last address: its name in parentheses, or nothing good. */
    private void left(int from, int to, int before) {
        var rest = text.substring(from, to);
        if (entries.size() > before && rest.startsWith("(") && rest.endsWith(")")) {
            entries.add(entries.removeLast().named(DisplayNames.read(rest.substring(1, rest.length() - 1))));
        } else {
            add(from, to, null);
        }
    }

    private void add(int from, int to, @Nullable String name) {
        entries.add(new Entry(line, from, to, text.substring(from, to), name));
    }

    private String part(Piece piece) {
        return text.substring(piece.from(), piece.to());
    }

    /** Where the last word begins; at the end when a space does. */
    private int lastWord(Piece piece) {
        var at = piece.to();
        while (at > piece.from() && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Where the first word ends; at the beginning when a space is there. */
    private int firstWord(Piece piece) {
        var at = piece.from();
        while (at < piece.to() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Cuts one line. An opening character counts only if its closing one follows somewhere in the line. */
    private static final class Pieces {
        private final String text;
        private final int end;
        private final int lastQuote;
        private final int lastAngle;
        private final int lastParenthesis;
        private final List<Piece> pieces = new ArrayList<>();
        private int start;

        Pieces(String text, int from, int to) {
            this.text = text;
            start = from;
            end = to;
            lastQuote = text.lastIndexOf('"', to - 1);
            lastAngle = text.lastIndexOf('>', to - 1);
            lastParenthesis = text.lastIndexOf(')', to - 1);
        }

        List<Piece> all() {
            for (int at = start; at < end; at++) {
                at = step(at);
            }
            cut(end, -1, ' ');
            return pieces;
        }

        /** Takes one character, or all within a pair; returns the last one taken. */
        private int step(int at) {
            var letter = text.charAt(at);
            if (letter == '"' && at < lastQuote) {
                return quoted(at + 1);
            }
            if (letter == '<' && at < lastAngle) {
                var close = text.indexOf('>', at);
                cut(close + 1, at, '>');
                start = close + 1;
                return close;
            }
            if (letter == '(' && at < lastParenthesis) {
                return text.indexOf(')', at);
            }
            if (SEPARATORS.indexOf(letter) >= 0) {
                cut(at, -1, letter);
                start = at + 1;
            }
            return at;
        }

        private int quoted(int from) {
            for (int at = from; at < end; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                } else if (text.charAt(at) == '"') {
                    return at;
                }
            }
            return end - 1;
        }

        private void cut(int to, int open, char after) {
            if (!text.substring(start, to).isBlank()) {
                pieces.add(new Piece(start, to, open, after));
            }
        }
    }
}
