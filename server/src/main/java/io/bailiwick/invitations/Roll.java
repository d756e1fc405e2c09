package io.bailiwick.invitations;

import io.bailiwick.invitations.Verdict.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of addresses, judged.
 *
 * @param verdicts in the order in which they stand
 */
public record Roll(List<Verdict> verdicts) {
    public Roll {
        verdicts = List.copyOf(verdicts);
    }

    /** Those that were found to be this. */
    public List<Verdict> of(Finding finding) {
        return verdicts.stream().filter(verdict -> verdict.is(finding)).toList();
    }

    /** Those that can be invited. */
    public List<Verdict> ready() {
        return of(Finding.READY);
    }

    /** Those that somebody should look at: what can be mended first. */
    public List<Verdict> others() {
        return Stream.of(Finding.INVALID, Finding.ALREADY_A_USER, Finding.DUPLICATE)
                .flatMap(finding -> of(finding).stream())
                .toList();
    }

    /** How many are left out because they have no need of it. */
    public int skipped() {
        return of(Finding.ALREADY_A_USER).size() + of(Finding.DUPLICATE).size();
    }

    /** How many are no addresses as they stand. */
    public int invalid() {
        return of(Finding.INVALID).size();
    }

    /** How many of those can be mended by taking what was probably meant. */
    public int mendable() {
        return (int) verdicts.stream()
                .filter(verdict -> verdict.suggestion() != null)
                .count();
    }
}
