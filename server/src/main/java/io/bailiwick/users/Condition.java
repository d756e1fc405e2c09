package io.bailiwick.users;

import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What has to hold of a user, as SQL about the row {@code u}; values are bound, never written into it. */
sealed interface Condition {
    /** The condition; true or false, never unknown. */
    String sql(Bindings bindings);

    /** Its opposite. */
    default String opposite(Bindings bindings) {
        return "not (" + sql(bindings) + ")";
    }

    /** Whether nobody can fulfil it. */
    default boolean isImpossible() {
        return false;
    }

    /** Whether where a user stands decides it: then it can be asked of a standing as well. */
    default boolean isOfStanding() {
        return false;
    }

    /** What has to hold of the standing {@code u}; for those that where a user stands decides. */
    default String ofStanding(Bindings bindings) {
        return sql(bindings);
    }

    /** Whether the text of name and address decides it, which stands in the row alone. */
    default boolean isText() {
        return false;
    }

    /** Nobody: what was named is not there. */
    record Nobody() implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "false";
        }

        @Override
        public boolean isImpossible() {
            return true;
        }
    }

    /** Any of these will do. */
    record AnyOf(List<Condition> choices) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return choices.stream().map(choice -> choice.sql(bindings)).collect(Collectors.joining(" or ", "(", ")"));
        }

        @Override
        public String opposite(Bindings bindings) {
            return choices.stream()
                    .map(choice -> choice.opposite(bindings))
                    .collect(Collectors.joining(" and ", "(", ")"));
        }

        @Override
        public boolean isOfStanding() {
            return choices.stream().allMatch(Condition::isOfStanding);
        }

        @Override
        public String ofStanding(Bindings bindings) {
            return choices.stream()
                    .map(choice -> choice.ofStanding(bindings))
                    .collect(Collectors.joining(" or ", "(", ")"));
        }

        @Override
        public boolean isText() {
            return choices.stream().anyMatch(Condition::isText);
        }
    }

    /** The opposite. */
    record Not(Condition condition) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return condition.opposite(bindings);
        }

        @Override
        public boolean isOfStanding() {
            return condition.isOfStanding();
        }

        @Override
        public String ofStanding(Bindings bindings) {
            return "not (" + condition.ofStanding(bindings) + ")";
        }

        @Override
        public boolean isText() {
            return condition.isText();
        }
    }

    /** A pattern that the name or the address holds; a trigram index finds it. */
    record Anywhere(String pattern) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.search like lower(%s collate pg_c_utf8)".formatted(bindings.text(pattern));
        }

        @Override
        public boolean isText() {
            return true;
        }
    }

    /** A pattern with which the name or the address begins; their indexes find it. */
    record Beginning(String pattern) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            var bound = bindings.text(pattern);
            return "(u.name_key like lower(%s collate pg_c_utf8) or u.email_key like lower(%s collate pg_c_utf8))"
                    .formatted(bound, bound);
        }

        /** Those whose name begins with it. */
        List<Condition> ofName() {
            return List.of(new InName(new SearchText(null, pattern)));
        }

        /** Those of whom only the address begins with it. */
        List<Condition> ofEmailAlone() {
            var text = new SearchText(null, pattern);
            return List.of(new InEmail(text), new Not(new InName(text)));
        }
    }

    /** A pattern that the name holds. */
    record InName(SearchText text) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return text.within("u.name_key", bindings);
        }

        @Override
        public boolean isText() {
            return true;
        }
    }

    /** A pattern that the address holds. */
    record InEmail(SearchText text) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return text.within("u.email_key", bindings);
        }

        @Override
        public boolean isText() {
            return true;
        }
    }

    /** The stored status. */
    record Status(String word) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.status = %s".formatted(bindings.text(word));
        }
    }

    /** Active, but the doors of sign-in are closed for now. */
    record Locked() implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return """
                    u.id = any(array(
                        select k.id from locks_for_users l
                        join users k on k.account = l.account and k.email_key = l.email_key
                        where l.account = :account and k.status = 'active'
                    ))""";
        }

        @Override
        public String opposite(Bindings bindings) {
            return """
                    (u.status <> 'active' or not exists (
                        select 1 from locks_for_users l where l.account = :account and l.email_key = u.email_key
                    ))""";
        }
    }

    /** Active, but a change of password is due. */
    record PasswordDue() implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "(u.password_change_due and u.status = 'active')";
        }
    }

    /** The role. */
    record InRole(String word) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.role = %s".formatted(bindings.text(word));
        }

        @Override
        public boolean isOfStanding() {
            return true;
        }
    }

    /** In at least one of these groups. */
    record InGroups(List<UUID> groups) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return """
                    exists (
                        select 1 from memberships m
                        where m.account = :account and m.user_id = u.id and m.group_id = any(%s)
                    )""".formatted(bindings.ids(groups));
        }

        @Override
        public boolean isOfStanding() {
            return true;
        }

        @Override
        public String ofStanding(Bindings bindings) {
            return "u.groups && " + bindings.ids(groups);
        }
    }

    /** In no group. */
    record InNoGroup() implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "not exists (select 1 from memberships m where m.account = :account and m.user_id = u.id)";
        }

        @Override
        public boolean isOfStanding() {
            return true;
        }

        @Override
        public String ofStanding(Bindings bindings) {
            return "u.groups = '{}'";
        }
    }

    /** At least one of these partners was selected. */
    record Selected(List<UUID> partners) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return """
                    exists (
                        select 1 from user_partners s
                        where s.account = :account and s.user_id = u.id and s.partner = any(%s)
                    )""".formatted(bindings.ids(partners));
        }
    }

    /** Holds the permission, by itself or from the role. */
    record Holds(Permission permission) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            var granted = "u.permissions @> array[%s]::text[]".formatted(bindings.text(permission.word()));
            return permission.isImpliedBy(Role.ADMINISTRATOR)
                    ? "(" + granted + " or u.role = 'administrator')"
                    : granted;
        }

        @Override
        public boolean isOfStanding() {
            return true;
        }
    }

    /** Limited to one of these resellers. */
    record OfResellers(List<UUID> resellers) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.reseller = any(%s)".formatted(bindings.ids(resellers));
        }

        @Override
        public String opposite(Bindings bindings) {
            return "(u.reseller is null or u.reseller <> all(%s))".formatted(bindings.ids(resellers));
        }

        @Override
        public boolean isOfStanding() {
            return true;
        }

        @Override
        public String ofStanding(Bindings bindings) {
            return "coalesce(u.reseller = any(%s), false)".formatted(bindings.ids(resellers));
        }
    }

    /** Limited to no reseller. */
    record OfNoReseller() implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.reseller is null";
        }

        @Override
        public boolean isOfStanding() {
            return true;
        }
    }

    /** Stands at one of these. */
    record StandsAt(List<UUID> standings) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.standing = any(%s)".formatted(bindings.ids(standings));
        }
    }

    /** One of these entries is in the allow-list. */
    record Lists(List<String> entries) implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.network && %s".formatted(bindings.texts(entries));
        }
    }

    /** There is an allow-list at all. */
    record HasAllowList() implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.network <> '{}'";
        }
    }

    /** A time lies within a stretch. */
    record During(Clock clock, Stretch stretch) implements Condition {
        /** Which time. */
        enum Clock {
            LAST_SIGN_IN("u.last_sign_in_key"),
            CREATION("u.created_at");

            private final String column;

            Clock(String column) {
                this.column = column;
            }
        }

        @Override
        public String sql(Bindings bindings) {
            return "(%s >= %s and %s < %s)"
                    .formatted(
                            clock.column, bindings.time(stretch.from()), clock.column, bindings.time(stretch.until()));
        }
    }

    /** Never signed in. */
    record NeverSignedIn() implements Condition {
        @Override
        public String sql(Bindings bindings) {
            return "u.last_sign_in_key = '-infinity'";
        }
    }
}
