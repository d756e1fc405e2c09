package io.bailiwick.proxies;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The ways in which people have tried to reach a path under another name. */
final class PathForms {
    private static final List<String> SEPARATORS = List.of(
            "//",
            "/./",
            "/%2e/",
            "/%2E/",
            "/.%2f",
            "/x/../",
            "/x/%2e%2e/",
            "/x/.%2e/",
            "/x/%2E./",
            "/x/..;/",
            "/;/",
            "/;a=b/",
            "%2f",
            "%2F",
            "%252f",
            "%255c",
            "\\",
            "%5c",
            "%5C",
            "/%00/",
            "/%20/",
            "/%09/",
            "/%0a/",
            "/%0d%0a/",
            "/\t/",
            "/%c0%ae/",
            "/%c0%af/",
            "/%c0%ae%c0%ae/",
            "/%e0%80%af/",
            "/%ef%bc%8f/",
            "/%e2%80%a8/",
            "/%e2%80%a9/",
            "/%u002f/",
            "/#/",
            "/%23/",
            "/*/",
            "/%2a/",
            "/../",
            "/.../",
            "/..%00/",
            "/..%0d/",
            "/%2e%2e%2f",
            "/..%5c",
            "/..\\",
            "/%252e%252e/",
            "/%25%32%65/");

    private static final List<String> BEFORE = List.of(
            "/.",
            "/..",
            "/x/..",
            "/public/..",
            "/%2e",
            "/%2e%2e",
            "/x/%2e%2e",
            "/;",
            "/x;/..",
            "//",
            "///",
            "/%2f",
            "/%5c",
            "\\",
            "/\\",
            "/%00",
            "/%09",
            "/%20",
            "/x/..%2f..",
            "/x/..%5c..",
            "http://127.0.0.1",
            "https://127.0.0.1",
            "HTTP://evil.example",
            "//evil.example",
            "/%ff",
            "/%c3%28",
            "/%",
            "/%1",
            "/%zz",
            "*",
            "",
            "?",
            "#",
            "/#",
            "/?/..");

    private static final List<String> AFTER = List.of(
            ";",
            ";a=b",
            ";.json",
            "%3b",
            "%3Ba=b",
            "/.",
            "/..",
            "/./",
            "/../",
            "/%2e",
            "/%2e%2e",
            "/..;/",
            "//",
            "///",
            "%2f",
            "%2F/",
            "%5c",
            "\\",
            "%00",
            "%00.json",
            "%20",
            "%09",
            "%0a",
            "%0d",
            "%0d%0aX:%20y",
            "#",
            "#x",
            "%23",
            "*",
            "%2a",
            "%",
            "%1",
            "%zz",
            "%ff",
            "%c0%af",
            "%252e",
            "%25",
            "%2500",
            "/x/..",
            "/x/../",
            "/%2e%2e/x",
            "\u00e9",
            "\u0131",
            "%u0041",
            "/%e2%80%ae/..");

    /** What some server somewhere takes for a step up. */
    private static final List<String> STEPS = List.of(
            "/..",
            "//..",
            "/./..",
            "/.../..",
            "/%2e%2e",
            "/%2E%2E",
            "/.%2e",
            "/%2e.",
            "%2f..",
            "%2f%2e%2e",
            "%5c..",
            "\\..",
            "/..;",
            "/..;a=b",
            ";/..",
            ";a=b/..",
            "/;/..",
            "/%3b/..",
            "/%252e%252e",
            "%252f..",
            "/%25%32%65%25%32%65",
            "/..%00",
            "/..%09",
            "/..%0d",
            "/.%00.",
            "/%c0%ae%c0%ae",
            "/%e0%80%ae%e0%80%ae",
            "/%u002e%u002e",
            "/%uff0e%uff0e",
            "/..%c0%af",
            "/*/..",
            "/\t/..",
            "#/..",
            "/#/..",
            "%23/..",
            "%3f/..");

    private PathForms() {}

    /** Forms that begin as a path which is open, and lead from there, for some server, to one that is not. */
    static List<String> of(String path, String open) {
        var shared = 0;
        for (var at = path.indexOf('/', 1); at > 0 && open.startsWith(path.substring(0, at + 1)); ) {
            shared = at;
            at = path.indexOf('/', at + 1);
        }
        var rest = path.substring(shared);
        var depth =
                open.substring(shared).chars().filter(letter -> letter == '/').count();
        var forms = new LinkedHashSet<String>();
        for (var step : STEPS) {
            forms.add(open + step.repeat((int) depth) + rest);
            forms.add(open + "/x" + step.repeat((int) depth + 1) + rest);
            forms.add(open + step.repeat((int) depth) + rest.replace("/", "%2f"));
            forms.add(open + step.repeat((int) depth) + rest.replace('/', '\\'));
        }
        return new ArrayList<>(forms);
    }

    /** At least three hundred forms, each of which some server somewhere takes for the path itself. */
    static List<String> of(String path) {
        var forms = new LinkedHashSet<String>();
        BEFORE.forEach(before -> forms.add(before + path));
        AFTER.forEach(after -> forms.add(path + after));
        for (var at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
            for (var separator : SEPARATORS) {
                forms.add(path.substring(0, at) + separator + path.substring(at + 1));
            }
        }
        forms.addAll(letters(path));
        forms.remove(path);
        return new ArrayList<>(forms);
    }

    private static List<String> letters(String path) {
        var forms = new ArrayList<String>();
        for (var at = 1; at < path.length(); at++) {
            var letter = path.charAt(at);
            var escaped = "%%%02x".formatted((int) letter);
            forms.add(path.substring(0, at) + escaped + path.substring(at + 1));
            forms.add(path.substring(0, at) + "%25" + escaped.substring(1) + path.substring(at + 1));
            if (Character.isLetter(letter)) {
                var other =
                        Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
                forms.add(path.substring(0, at) + other + path.substring(at + 1));
            }
        }
        return forms;
    }
}
