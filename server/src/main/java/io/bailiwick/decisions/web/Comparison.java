package io.bailiwick.decisions.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.ui.AccessLetters;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two users, or two groups, side by side.
 *
 * @param fields what is set of them, by the names of the API
 * @param sameFields how many fields are the same in both
 * @param areas what each may do, area by area
 * @param sameAreas in how many areas both may do the same
 */
public record Comparison(Side one, Side other, List<Field> fields, int sameFields, List<Area> areas, int sameAreas) {
    public Comparison {
        fields = List.copyOf(fields);
        areas = List.copyOf(areas);
    }

    /** One of the two; a group has no e-mail address. */
    public record Side(
            UUID id,
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String email) {}

    /** A field; its values in words of the API, none when it is empty. */
    public record Field(String name, List<String> one, List<String> other) {
        public Field {
            one = List.copyOf(one);
            other = List.copyOf(other);
        }

        /** Whether the two differ in it. */
        @JsonIgnore
        public boolean isDifferent() {
            return !one.equals(other);
        }
    }

    /** An area; its application by key and by name. */
    public record Area(UUID id, String application, String applicationName, String name, Reach one, Reach other) {
        /** Whether the two differ in it. */
        @JsonIgnore
        public boolean isDifferent() {
            return !one.equals(other);
        }

        /** What is open to one of the two alone. */
        @JsonIgnore
        public List<String> onlyOne() {
            return one.open().minus(other.open()).words();
        }

        /** What is open to the other alone. */
        @JsonIgnore
        public List<String> onlyOther() {
            return other.open().minus(one.open()).words();
        }
    }

    /**
     * What may be done in an area.
     *
     * @param denied what a group denies, whatever other groups allow
     */
    public record Reach(
            @OneOf(Action.class) List<String> allowed,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @OneOf(Action.class)
            List<String> denied) {
        public Reach {
            allowed = List.copyOf(allowed);
            denied = List.copyOf(denied);
        }

        /** As letters. */
        @JsonIgnore
        public AccessLetters letters() {
            return AccessLetters.of(Access.ofWords(allowed), Access.ofWords(denied));
        }

        Access open() {
            return Access.ofWords(allowed).minus(Access.ofWords(denied));
        }
    }

    /** Only what differs, unless everything is wanted. */
    static Comparison of(Side one, Side other, List<Field> fields, List<Area> areas, boolean everything) {
        var different = fields.stream().filter(Field::isDifferent).toList();
        var apart = areas.stream().filter(Area::isDifferent).toList();
        return new Comparison(
                one,
                other,
                everything ? fields : different,
                fields.size() - different.size(),
                everything ? areas : apart,
                areas.size() - apart.size());
    }

    /** The areas of both, which are the same ones unless they changed between the two readings. */
    static List<Area> areas(List<Alone> one, List<Alone> other) {
        var others = other.stream().collect(Collectors.toMap(Alone::id, Alone::reach));
        return one.stream()
                .filter(each -> others.containsKey(each.id()))
                .map(each -> new Area(
                        each.id(),
                        each.application(),
                        each.applicationName(),
                        each.name(),
                        each.reach(),
                        others.getOrDefault(each.id(), each.reach())))
                .toList();
    }

    /** What one of the two may do in an area. */
    record Alone(UUID id, String application, String applicationName, String name, Reach reach) {}
}
