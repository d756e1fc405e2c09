package io.bailiwick.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A policy that cannot be built; it names every problem at once. */
public final class InvalidPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    InvalidPolicy(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::message).collect(Collectors.joining("\n")));
        this.problems = problems;
    }

    /** All problems, at least one. */
    public List<PolicyProblem> problems() {
        return problems;
    }
}
