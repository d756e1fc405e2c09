package io.bailiwick.invitations;

import io.bailiwick.users.Invitees;
import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an address, and what was probably meant. */
final class Mending {
    private static final String BRACKETS_AND_STOPS = "\"'`“”‘’«»<>()[]{}.,;:!? \t";

    /** Domains of which everybody knows which one was meant; none of them is a provider of its own. */
    private static final Map<String, String> MISTYPED = Map.ofEntries(
            Map.entry("gmial.com", "gmail.com"),
            Map.entry("gamil.com", "gmail.com"),
            Map.entry("gmai.com", "gmail.com"),
            Map.entry("gmal.com", "gmail.com"),
            Map.entry("gmil.com", "gmail.com"),
            Map.entry("gnail.com", "gmail.com"),
            Map.entry("gmaill.com", "gmail.com"),
            Map.entry("hotmial.com", "hotmail.com"),
            Map.entry("hotmai.com", "hotmail.com"),
            Map.entry("hotmal.com", "hotmail.com"),
            Map.entry("hotnail.com", "hotmail.com"),
            Map.entry("hotmil.com", "hotmail.com"),
            Map.entry("outlok.com", "outlook.com"),
            Map.entry("outllok.com", "outlook.com"),
            Map.entry("outlool.com", "outlook.com"),
            Map.entry("yaho.com", "yahoo.com"),
            Map.entry("yahooo.com", "yahoo.com"),
            Map.entry("yhaoo.com", "yahoo.com"),
            Map.entry("iclod.com", "icloud.com"),
            Map.entry("icoud.com", "icloud.com"));

    /** Endings that do not exist. */
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("con", "com"),
            Map.entry("cmo", "com"),
            Map.entry("ocm", "com"),
            Map.entry("vom", "com"),
            Map.entry("xom", "com"),
            Map.entry("comm", "com"),
            Map.entry("coom", "com"),
            Map.entry("nte", "net"),
            Map.entry("ogr", "org"),
            Map.entry("rog", "org"));

    /** Where a missing dot belongs. */
    private static final List<String> COMMON =
            List.of("com", "net", "org", "edu", "gov", "info", "de", "fr", "nl", "io");

    private Mending() {}

    /** What is wrong with an address. */
    enum Reason {
        NO_AT,
        TWO_ATS,
        COMMA,
        ENDING,
        NO_DOT,
        TWO_DOTS,
        LETTERS,
        MISTYPED,
        TOO_LONG,
        UNFIT;

        /** As in the keys of texts. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Why an address is not invited.
     *
     * @param suggestion what was probably meant, itself without fault; or null
     */
    record Fault(Reason reason, @Nullable String suggestion) {}

    /** What is wrong with the address; empty when it can be invited. */
    static Optional<Fault> fault(String address) {
        if (isFit(address)) {
            var meant = meant(address);
            return meant.equals(address) ? Optional.empty() : Optional.of(new Fault(Reason.MISTYPED, meant));
        }
        var mended = address.length() > 320 ? address : meant(mended(address));
        return Optional.of(new Fault(reason(address), isFit(mended) && !mended.equals(address) ? mended : null));
    }

    private static boolean isFit(String address) {
        return Invitees.isAddress(address) && address.indexOf('.', address.lastIndexOf('@')) > 0;
    }

    private static Reason reason(String address) {
        var at = address.lastIndexOf('@');
        if (address.length() > 254) {
            return Reason.TOO_LONG;
        }
        if (at < 0) {
            return address.indexOf('＠') < 0 ? Reason.NO_AT : Reason.LETTERS;
        }
        if (!address.chars().allMatch(letter -> letter > ' ' && letter < 0x7F)) {
            return Reason.LETTERS;
        }
        var inner = strip(address);
        if (!inner.equals(address) && isFit(inner)) {
            return Reason.ENDING;
        }
        if (address.indexOf('@') != at) {
            return Reason.TWO_ATS;
        }
        if (address.indexOf(',', at) > 0) {
            return Reason.COMMA;
        }
        if (address.contains("..")) {
            return Reason.TWO_DOTS;
        }
        return Invitees.isAddress(address) ? Reason.NO_DOT : Reason.UNFIT;
    }

    private static String mended(String address) {
        var inner = strip(Normalizer.normalize(address, Normalizer.Form.NFKC));
        if (inner.regionMatches(true, 0, "mailto:", 0, 7)) {
            inner = inner.substring(7);
        }
        var at = inner.lastIndexOf('@');
        if (at < 0) {
            return inner;
        }
        var local = ends(inner.substring(0, at), ".@ ").replace("..", ".");
        var domain = ends(inner.substring(at + 1), ".@ ").replace(',', '.').replace("..", ".");
        return local + "@" + dotted(ascii(domain));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException unfit) {
            return domain;
        }
    }

    private static String dotted(String domain) {
        if (domain.contains(".")) {
            return domain;
        }
        return COMMON.stream()
                .filter(ending -> domain.length() > ending.length() + 1
                        && domain.toLowerCase(Locale.ROOT).endsWith(ending))
                .findFirst()
                .map(ending -> domain.substring(0, domain.length() - ending.length()) + "."
                        + domain.substring(domain.length() - ending.length()))
                .orElse(domain);
    }

    /** The address with the domain that was probably meant. */
    private static String meant(String address) {
        var at = address.lastIndexOf('@') + 1;
        var domain = address.substring(at).toLowerCase(Locale.ROOT);
        var right = MISTYPED.get(domain);
        if (right != null) {
            return address.substring(0, at) + right;
        }
        var dot = domain.lastIndexOf('.') + 1;
        var ending = ENDINGS.get(domain.substring(dot));
        return ending == null ? address : meant(address.substring(0, at + dot) + ending);
    }

    private static String strip(String text) {
        return ends(text, BRACKETS_AND_STOPS);
    }

    /** Without any of these characters at either end. */
    private static String ends(String text, String letters) {
        int from = 0;
        int to = text.length();
        while (from < to && letters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && letters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
