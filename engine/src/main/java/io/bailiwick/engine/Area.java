package io.bailiwick.engine;

import io.bailiwick.model.AreaGate;
import io.bailiwick.model.Gate;

/** An area at its place in the masks of a policy, with the denials that name it made beforehand. */
final class Area {

    final int index;
    final AreaDefinition definition;
    final boolean isPublic;
    final boolean isPersonal;
    final Decision closedToRole;
    final Decision closedByGroups;
    final Decision closedByUnknownGroup;
    final Decision closedByData;

    Area(int index, AreaDefinition definition) {
        this.index = index;
        this.definition = definition;
        this.isPublic = definition.gate() == AreaGate.PUBLIC;
        this.isPersonal = definition.gate() == AreaGate.PERSONAL;
        var name = "`" + definition.name() + "`";
        closedToRole =
                Decision.denied(Gate.ROLE, "The role and its permissions do not reach the area " + name, definition);
        closedByGroups = Decision.denied(Gate.GROUPS, "The groups do not allow this in the area " + name, definition);
        closedByUnknownGroup = Decision.denied(Gate.GROUPS, "The user is in a group that does not exist", definition);
        closedByData = Decision.denied(Gate.DATA, "There is no such partner in sight", definition);
    }
}
