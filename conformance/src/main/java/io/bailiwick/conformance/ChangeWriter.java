package io.bailiwick.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a scenario tries to change. */
final class ChangeWriter {
    private ChangeWriter() {}

    static Map<String, Object> change(Change change) {
        var node = new LinkedHashMap<String, Object>();
        node.put("by", change.by());
        ScenarioWriter.put(node, "address", change.address(), null);
        switch (change.deed()) {
            case Deed.Save save -> node.put(ChangeReader.SAVES, ScenarioWriter.world(save.thing()));
            case Deed.Import document ->
                node.put(ChangeReader.IMPORTS, ScenarioWriter.nodes(document.areas(), ScenarioWriter::area));
            case Deed.Delete delete -> node.put(ChangeReader.DELETES, delete(delete));
            case Deed.Touch touch -> {
                node.put(ChangeReader.DOES, Words.of(touch.way()));
                node.put("to", touch.user());
            }
        }
        node.put("answer", Words.of(change.answer()));
        ScenarioWriter.putExpectations(node, change.then());
        return node;
    }

    private static Map<String, Object> delete(Deed.Delete delete) {
        var node = new LinkedHashMap<String, Object>();
        var isArea = delete.kind() == Deed.Kind.AREA;
        node.put(Words.of(delete.kind()), isArea ? ScenarioWriter.areaName(delete.name()) : delete.name());
        ScenarioWriter.put(node, "moveMembersTo", delete.moveMembersTo(), null);
        return node;
    }
}
