package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.groups.Group.Rule;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was written of a group, and collects every fault on the way. */
final class GroupReader {
    private static final int LONGEST_NAME = 100;

    private final Map<String, Area> areas = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param areas every area of the account */
    GroupReader(List<Area> areas) {
        for (var area : areas) {
            this.areas.put(area.id().toString(), area);
            this.areas.put(area.reference(), area);
        }
    }

    /**
     * The group as it would be.
     *
     * @param base the group as it is; a new one with nothing in it yet
     * @throws Refusal.Invalid with every fault found
     */
    Group read(Group base, GroupForm form) {
        var group = new Group(
                base.id(),
                name(form.name()),
                mode(form.mode()),
                access(form.defaultAccess(), "defaultAccess"),
                rules(form.rules()),
                base.createdAt(),
                base.version());
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return group;
    }

    private String name(@Nullable String typed) {
        var name = typed == null ? "" : typed.strip();
        if (OneLine.isBlank(name) || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            faults.add(new Fault("name", "Give the group a name of 1 to 100 characters."));
        } else if (!OneLine.isClean(name)) {
            faults.add(new Fault("name", "A name is one line without control characters."));
        }
        return name;
    }

    private GroupMode mode(@Nullable String word) {
        var mode = word == null ? Optional.<GroupMode>empty() : GroupMode.of(word);
        if (mode.isEmpty()) {
            faults.add(new Fault("mode", "Choose `only-listed` or `exceptions`."));
        }
        return mode.orElse(GroupMode.ONLY_LISTED);
    }

    private Access access(@Nullable List<@Nullable String> words, String field) {
        var actions = new ArrayList<Action>();
        for (var word : words == null ? List.<@Nullable String>of() : words) {
            var action = word == null ? Optional.<Action>empty() : Action.of(word);
            if (action.isEmpty()) {
                faults.add(new Fault(
                        field, "`" + word + "` is no access: choose among `create`, `read`, `update` and `delete`."));
            }
            action.ifPresent(actions::add);
        }
        return Access.of(actions);
    }

    private List<Rule> rules(@Nullable List<@Nullable RuleForm> forms) {
        var rules = new ArrayList<Rule>();
        var seen = new HashSet<Map.Entry<String, Effect>>();
        var number = 0;
        for (var form : forms == null ? List.<@Nullable RuleForm>of() : forms) {
            rule(form, "rules[" + number++ + "]").ifPresent(read -> {
                rules.add(read.rule());
                if (!seen.add(
                        Map.entry(read.rule().area().toString(), read.rule().effect()))) {
                    faults.add(new Fault(
                            read.field() + ".area",
                            "There is another rule that " + saysOf(read.rule().effect()) + " on `" + read.name()
                                    + "`. Put both into one."));
                }
            });
        }
        return rules;
    }

    private record Read(Rule rule, String field, String name) {}

    private Optional<Read> rule(@Nullable RuleForm form, String field) {
        if (form == null) {
            faults.add(new Fault(field, "A rule names an area, the access and the effect."));
            return Optional.empty();
        }
        var area = area(form.area(), field + ".area");
        var effect = form.effect() == null ? Optional.<Effect>empty() : Effect.of(form.effect());
        if (effect.isEmpty()) {
            faults.add(new Fault(field + ".effect", "Choose `allow` or `deny`."));
        }
        if (form.access() == null) {
            faults.add(new Fault(field + ".access", "List the access; an empty list is none."));
        }
        var access = access(form.access(), field + ".access");
        return area.isEmpty() || effect.isEmpty()
                ? Optional.empty()
                : Optional.of(new Read(
                        new Rule(area.get().id(), effect.get(), access),
                        field,
                        area.get().reference()));
    }

    private Optional<Area> area(@Nullable String reference, String field) {
        var area = Optional.ofNullable(reference == null ? null : areas.get(reference.strip()));
        if (area.isEmpty()) {
            faults.add(
                    new Fault(
                            field,
                            reference == null || reference.isBlank()
                                    ? "Choose an area."
                                    : "There is no area `" + reference.strip()
                                            + "`. Name its id, or its application's key and its name, such as `cockpit/Users`."));
        } else if (!area.get().mayBeRuled()) {
            faults.add(new Fault(
                    field,
                    "`" + area.get().reference() + "` is open to everybody concerned: no group is asked about it."));
            return Optional.empty();
        }
        return area;
    }

    private static String saysOf(Effect effect) {
        return switch (effect) {
            case ALLOW -> "allows";
            case DENY -> "denies";
        };
    }
}
