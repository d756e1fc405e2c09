package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.areas.Areas;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a group with what suits a reseller: he looks after his own users, sees his partners, and asks why. */
@Service
public class DefaultReseller {
    private static final String NAME = "Default reseller";

    /** By the areas' names; those that the panel does not have are left out. */
    static final Map<String, List<String>> PRESET = preset();

    private final Groups groups;
    private final GroupStore store;
    private final Areas areas;

    DefaultReseller(Groups groups, GroupStore store, Areas areas) {
        this.groups = groups;
        this.store = store;
        this.areas = areas;
    }

    /**
     * Creates it; from then on it is as editable as any.
     *
     * @param name null or blank for one that is free: `Default reseller`, `Default reseller 2` …
     * @throws Refusal.Invalid when the name cannot be
     * @throws Refusal.Beyond when it would open more than the actor has
     * @throws Refusal.Conflict when the name is taken
     */
    @Transactional
    public GroupId create(Actor actor, @Nullable String name) {
        var there = areas.all(actor.account()).stream().map(Area::reference).collect(Collectors.toSet());
        var rules = PRESET.entrySet().stream()
                .filter(each -> there.contains(each.getKey()))
                .map(each -> new RuleForm(each.getKey(), List.copyOf(each.getValue()), "allow"))
                .toList();
        var chosen = name == null || name.isBlank() ? freeName(actor) : name;
        return groups.create(actor, new GroupForm(chosen, "only-listed", List.of(), List.copyOf(rules)));
    }

    private String freeName(Actor actor) {
        var nobody = new GroupId(Ids.next());
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? NAME : NAME + " " + number)
                .filter(name -> !store.isTaken(actor.account(), name, nobody))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<String>> preset() {
        var preset = new LinkedHashMap<String, List<String>>();
        preset.put("cockpit/Users", List.of("create", "read", "update"));
        preset.put("cockpit/Partners", List.of("read"));
        preset.put("cockpit/Explain", List.of("read"));
        preset.put("cockpit/Dashboard", List.of("read"));
        preset.put("cockpit/Messages", List.of("read"));
        preset.put("cockpit/Contacts", List.of("create", "read", "update", "delete"));
        preset.put("cockpit/Billing", List.of("read"));
        preset.put("cockpit/Tickets", List.of("create", "read", "update"));
        return preset;
    }
}
