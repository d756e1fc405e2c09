package io.bailiwick.groups;

import io.bailiwick.groups.GroupForm.RuleForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * A group as it stands in the form on its page, saved or not.
 *
 * @param name as typed
 * @param mode the mode's word
 * @param defaultAccess the actions' words
 * @param rows the rules shown; those of the group that are not shown stay as they are
 * @param removed the keys of saved rules that were taken out of the form
 */
public record GroupDraft(String name, String mode, List<String> defaultAccess, List<Row> rows, List<String> removed) {
    /** How many rules one page shows: with this many a form stays below what a server reads. */
    public static final int SHOWN = 100;

    /** What the button says that saves; the others change the form alone. */
    static final String SAVE = "save";

    private static final String REMOVE = "remove-";

    public GroupDraft {
        defaultAccess = List.copyOf(defaultAccess);
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
    }

    /**
     * One rule in the form.
     *
     * @param area as {@code <application key>/<name>}, or what was typed
     * @param effect the effect's word
     * @param access the actions' words
     * @param was the key under which it is saved; empty for a new one
     */
    public record Row(String area, String effect, List<String> access, String was) {
        public Row {
            access = List.copyOf(access);
        }

        /** Whether nothing was typed into it. */
        boolean isBlank() {
            return was.isEmpty() && area.isBlank() && access.isEmpty();
        }

        private RuleForm form() {
            return new RuleForm(was.isEmpty() ? area : was.split(" ")[0], List.copyOf(access), effect);
        }
    }

    /** A new rule, before anything is typed. */
    static final Row BLANK = new Row("", "allow", List.of(), "");

    /**
     * The saved group.
     *
     * @param names the references of the areas that its rules name, by id
     * @param filter only rules on areas whose reference holds this, in any case
     */
    static GroupDraft of(Group group, Map<String, String> names, String filter) {
        var rows = group.rules().stream()
                .map(rule -> new Row(
                        names.getOrDefault(rule.area().toString(), rule.area().toString()),
                        rule.effect().word(),
                        rule.access().words(),
                        key(rule)))
                .filter(row -> row.area().toLowerCase(Locale.ROOT).contains(filter))
                .sorted(Comparator.comparing(Row::area, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Row::effect))
                .limit(SHOWN)
                .toList();
        return new GroupDraft(
                group.name(), group.mode().word(), group.defaultAccess().words(), rows, List.of());
    }

    /** What was posted. */
    static GroupDraft read(MultiValueMap<String, String> posted) {
        var rows = new ArrayList<Row>();
        for (var number = 0; posted.containsKey("rules[" + number + "].effect"); number++) {
            var field = "rules[" + number + "].";
            rows.add(new Row(
                    first(posted, field + "area"),
                    first(posted, field + "effect"),
                    all(posted, field + "access"),
                    first(posted, field + "was")));
        }
        return new GroupDraft(
                first(posted, "name"),
                first(posted, "mode"),
                all(posted, "defaultAccess"),
                rows,
                all(posted, "removed"));
    }

    /** The form after one of its buttons: `remove-` and a row's number takes that row out, any other adds an empty one. */
    GroupDraft after(String verb) {
        return verb.startsWith(REMOVE) ? without(number(verb.substring(REMOVE.length()))) : withRow();
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** With one more empty row. */
    private GroupDraft withRow() {
        var more = new ArrayList<>(rows);
        more.add(BLANK);
        return new GroupDraft(name, mode, defaultAccess, more, removed);
    }

    /** Without that row; a saved rule is remembered as removed. */
    private GroupDraft without(int number) {
        if (number < 0 || number >= rows.size()) {
            return this;
        }
        var fewer = new ArrayList<>(rows);
        var gone = fewer.remove(number);
        var gones = new ArrayList<>(removed);
        if (!gone.was().isEmpty()) {
            gones.add(gone.was());
        }
        return new GroupDraft(name, mode, defaultAccess, fewer, gones);
    }

    /** Without the rows into which nothing was typed. */
    GroupDraft tidy() {
        return new GroupDraft(
                name,
                mode,
                defaultAccess,
                rows.stream().filter(row -> !row.isBlank()).toList(),
                removed);
    }

    /** What is written of a new group. */
    GroupForm form() {
        return new GroupForm(
                name,
                mode,
                List.copyOf(defaultAccess),
                rows.stream().map(Row::form).toList());
    }

    /** What is written of a group: the rows, and those of its rules that the form does not show. */
    GroupForm form(Group saved) {
        var shown = new HashSet<>(removed);
        rows.forEach(row -> shown.add(row.was()));
        var hidden = saved.rules().stream()
                .filter(rule -> !shown.contains(key(rule)))
                .map(GroupForm::of);
        return new GroupForm(
                name,
                mode,
                List.copyOf(defaultAccess),
                Stream.concat(rows.stream().map(Row::form), hidden).toList());
    }

    /** Under which key a rule is saved. */
    static String key(Group.Rule rule) {
        return rule.area() + " " + rule.effect().word();
    }

    private static String first(MultiValueMap<String, String> posted, String name) {
        var value = posted.getFirst(name);
        return value == null ? "" : value;
    }

    private static List<String> all(MultiValueMap<String, String> posted, String name) {
        return posted.getOrDefault(name, List.of());
    }
}
