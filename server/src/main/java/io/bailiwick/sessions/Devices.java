package io.bailiwick.sessions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Says in words what a browser calls itself: as much as helps to tell devices apart. */
final class Devices {
    /** The first that fits counts: most browsers name the ones they descend from as well. */
    private static final SequencedMap<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser/",
            "Samsung Internet",
            "Vivaldi/",
            "Vivaldi",
            "FxiOS/",
            "Firefox",
            "Firefox/",
            "Firefox",
            "CriOS/",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari",
            "curl/",
            "curl");

    private static final SequencedMap<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "CrOS",
            "ChromeOS",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private Devices() {}

    static String words(String userAgent) {
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (browser.isEmpty()) {
            return userAgent.isBlank()
                    ? "Unknown device"
                    : userAgent.length() > 60 ? userAgent.substring(0, 60) + "…" : userAgent;
        }
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static SequencedMap<String, String> ordered(String... pairs) {
        var names = new LinkedHashMap<String, String>();
        for (int place = 0; place < pairs.length; place += 2) {
            names.put(pairs[place], pairs[place + 1]);
        }
        return names;
    }
}
