package io.bailiwick.users;

import io.bailiwick.model.Permission;
import java.util.Collection;
import java.util.List;

/** Sets of constants as lists of their words, in the constants' order. */
final class Words {
    private Words() {}

    static List<String> of(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::word).toList();
    }
}
