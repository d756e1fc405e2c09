package io.bailiwick.kernel;

/** How many changes of policy and administration an account has seen; it only grows. */
public record Revision(long number) implements Comparable<Revision> {
    @Override
    public int compareTo(Revision other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
