package io.bailiwick.users;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a form, to report it at once. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();

    void add(String field, String message) {
        faults.add(new Fault(field, message));
    }

    void addAll(Faults others) {
        faults.addAll(others.faults);
    }

    int count() {
        return faults.size();
    }

    /** These faults but those of some fields. */
    Faults without(String... fields) {
        var others = new Faults();
        others.faults.addAll(faults);
        others.faults.removeIf(fault -> List.of(fields).contains(fault.field()));
        return others;
    }

    void check() {
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }
}
