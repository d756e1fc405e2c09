package io.bailiwick.partners;

import io.bailiwick.kernel.AccountId;

/**
 * What refers to partners and resellers, asked before one is deleted. Every module that stores such references declares
 * a bean.
 */
public interface References {
    /** The kind of references that users are. */
    String USERS = "users";

    /** What it counts, in plain plural words: {@code users}. */
    String kind();

    /** How many refer to the partner, whoever may see them. */
    long toPartner(AccountId account, PartnerId partner);

    /** How many refer to the reseller itself, whoever may see them; most things belong to partners alone. */
    default long toReseller(AccountId account, ResellerId reseller) {
        return 0;
    }
}
