package io.bailiwick.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Where a number goes at a moment, and why: the longest prefix that has a route in effect counts, and of its partners the
 * one with the lowest priority number; of equals the one that has been in effect longer.
 *
 * @param candidates every route whose prefix the number begins with, the longest prefix first
 */
public record Lookup(String number, Instant at, List<Candidate> candidates) {
    private static final Comparator<Route> ORDER = Comparator.comparingInt(Route::priority)
            .thenComparing(Route::effectiveFrom)
            .thenComparing(route -> route.id().value());

    public Lookup {
        candidates = List.copyOf(candidates);
    }

    /** What becomes of a candidate. */
    public enum Verdict {
        /** It takes the number. */
        CHOSEN,
        /** Its prefix would count, but another partner goes first. */
        OUTRANKED,
        /** A longer prefix counts. */
        SHORTER,
        /** A later route of the same prefix and partner is in effect. */
        REPLACED,
        /** It is not in effect yet. */
        NOT_YET;

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** The message key of its words. */
        public String label() {
            return "routing.verdict." + word();
        }
    }

    /** One route with what becomes of it. */
    public record Candidate(Route route, Verdict verdict) {}

    /** Judges the routes whose prefixes the number begins with. */
    static Lookup of(String number, Instant at, List<Route> routes) {
        var byPrefix = routes.stream()
                .sorted(Comparator.comparingInt((Route route) -> route.prefix().length())
                        .reversed()
                        .thenComparing(ORDER))
                .collect(Collectors.groupingBy(Route::prefix, LinkedHashMap::new, Collectors.toList()));
        var candidates = new ArrayList<Candidate>();
        var open = true;
        for (var alike : byPrefix.values()) {
            var counting = counting(alike, at);
            for (var route : alike) {
                candidates.add(new Candidate(route, verdict(route, counting, at, open)));
            }
            open &= counting.isEmpty();
        }
        return new Lookup(number, at, candidates);
    }

    /** The route that takes the number, if there is one. */
    public Optional<Route> chosen() {
        return candidates.stream()
                .filter(candidate -> candidate.verdict() == Verdict.CHOSEN)
                .map(Candidate::route)
                .findFirst();
    }

    /** Of each partner the route that came into effect last. */
    private static Map<Object, Route> counting(List<Route> alike, Instant at) {
        return alike.stream()
                .filter(route -> route.isInEffect(at))
                .collect(Collectors.toMap(
                        route -> route.partner().id(),
                        route -> route,
                        BinaryOperator.maxBy(Comparator.comparing(Route::effectiveFrom))));
    }

    private static Verdict verdict(Route route, Map<Object, Route> counting, Instant at, boolean open) {
        if (!route.isInEffect(at)) {
            return Verdict.NOT_YET;
        }
        if (!route.equals(counting.get(route.partner().id()))) {
            return Verdict.REPLACED;
        }
        if (!open) {
            return Verdict.SHORTER;
        }
        var first = counting.values().stream().min(ORDER);
        return first.equals(Optional.of(route)) ? Verdict.CHOSEN : Verdict.OUTRANKED;
    }
}
