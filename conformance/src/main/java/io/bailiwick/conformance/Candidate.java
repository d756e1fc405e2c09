package io.bailiwick.conformance;

/** An implementation of the access model, ready to be given worlds. */
@FunctionalInterface
public interface Candidate {

    /**
     * Takes in a world.
     *
     * @throws WorldRefused when the world holds what the access model does not let anyone save
     */
    Judge judge(World world);
}
