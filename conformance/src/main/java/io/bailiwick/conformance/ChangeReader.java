package io.bailiwick.conformance;

import java.util.List;
import java.util.stream.Stream;

/** Reads what a scenario tries to change. */
final class ChangeReader {
    static final String SAVES = "saves";
    static final String IMPORTS = "imports";
    static final String DELETES = "deletes";
    static final String DOES = "does";

    private ChangeReader() {}

    static Change change(Fields fields) {
        return new Change(
                fields.text("by"),
                fields.textOrNull("address"),
                deed(fields),
                Words.read(Change.Answer.class, fields.text("answer")),
                ScenarioReader.expectations(fields));
    }

    private static Deed deed(Fields fields) {
        return switch (only(fields, "does", List.of(SAVES, IMPORTS, DELETES, DOES))) {
            case SAVES ->
                ScenarioReader.finish(fields.mapping(SAVES), thing -> new Deed.Save(ScenarioReader.world(thing)));
            case IMPORTS -> new Deed.Import(ScenarioReader.read(fields, IMPORTS, ScenarioReader::area));
            case DELETES -> ScenarioReader.finish(fields.mapping(DELETES), ChangeReader::delete);
            default -> new Deed.Touch(Words.read(Deed.Way.class, fields.text(DOES)), fields.text("to"));
        };
    }

    private static Deed delete(Fields fields) {
        var word = only(
                fields, DELETES, Stream.of(Deed.Kind.values()).map(Words::of).toList());
        var kind = Words.read(Deed.Kind.class, word);
        var name = fields.text(word);
        return new Deed.Delete(
                kind,
                kind == Deed.Kind.AREA ? ScenarioReader.areaId(name) : name,
                kind == Deed.Kind.GROUP ? fields.textOrNull("moveMembersTo") : null);
    }

    private static String only(Fields fields, String verb, List<String> keys) {
        var said = keys.stream().filter(fields::has).toList();
        if (said.size() != 1) {
            throw new IllegalArgumentException("a change %s one thing of %s, not %s".formatted(verb, keys, said));
        }
        return said.getFirst();
    }
}
