package io.bailiwick.groups;

import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the tests send of groups. */
final class GroupForms {
    static final List<String> ALL = List.of("create", "read", "update", "delete");

    private GroupForms() {}

    static Map<String, ?> allow(String area, String... access) {
        return Map.of("area", area, "access", List.of(access), "effect", "allow");
    }

    static Map<String, ?> deny(String area, String... access) {
        return Map.of("area", area, "access", List.of(access), "effect", "deny");
    }

    /** A new group of only listed areas with these rules; its id. */
    static String make(Visitor by, List<Map<String, ?>> rules) {
        return make(by, "only-listed", ALL, rules);
    }

    static String make(Visitor by, String mode, List<String> defaults, List<Map<String, ?>> rules) {
        var answer = by.post(
                "/api/v1/groups",
                Map.of("name", fresh("Group"), "mode", mode, "defaultAccess", defaults, "rules", rules));
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return id(answer);
    }

    static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    static String fresh(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
