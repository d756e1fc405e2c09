package io.bailiwick.users;

/**
 * One user as he is and as he would be.
 *
 * @param place the place in the selection, from 0
 */
record Step(int place, User user, Draft draft) {
    boolean changes() {
        return !Draft.of(user).equals(draft);
    }
}
