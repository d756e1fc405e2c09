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

    void check() {
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }
}
