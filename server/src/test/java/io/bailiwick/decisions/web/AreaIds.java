package io.bailiwick.decisions.web;

import io.bailiwick.Visitor;

/** Finds areas of the panel by name. */
final class AreaIds {
    private AreaIds() {}

    static String inPanel(Visitor administrator, String name) {
        for (var area : administrator
                .get("/api/v1/areas?application=cockpit&limit=500")
                .json()
                .path("items")) {
            if (area.path("name").asString().equals(name)) {
                return area.path("id").asString();
            }
        }
        throw new AssertionError("no area " + name);
    }
}
