package io.bailiwick.users;

import io.bailiwick.kernel.UserId;

/** That somebody gave the password which he has: good for as long as he has it. */
public final class PasswordProof {
    private final UserId user;
    private final String hash;

    PasswordProof(UserId user, String hash) {
        this.user = user;
        this.hash = hash;
    }

    UserId user() {
        return user;
    }

    String hash() {
        return hash;
    }
}
