package io.bailiwick.contacts;

import io.bailiwick.accounts.Author;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sight;
import io.bailiwick.tokens.Keyset;
import io.bailiwick.tokens.Keyset.Row;
import io.bailiwick.tokens.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ContactStore {
    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which rows are wanted, of those in sight; of any partner when it is null. */
    record Wanted(Sight sight, String q, @Nullable UUID partner) {}

    void insert(AccountId account, ContactId id, ContactDraft draft, Author by) {
        jdbc.sql("""
                insert into contacts (account, id, partner, name, position, email, phone, notes, changed_by, changed_by_user)
                values (:account, :id, :partner, :name, :role, :email, :phone, :notes, :by, :user)
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("partner", draft.partner().id())
                .param("name", draft.name())
                .param("role", draft.role())
                .param("email", draft.email())
                .param("phone", draft.phone())
                .param("notes", draft.notes())
                .param("by", by.name())
                .param("user", by.row())
                .update();
    }

    /** Until the transaction ends nobody else changes it. */
    void lock(AccountId account, ContactId id) {
        jdbc.sql("select 1 from contacts where account = :account and id = :id for update")
                .param("account", account.value())
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    void update(AccountId account, ContactId id, ContactDraft draft, Author by) {
        jdbc.sql("""
                update contacts
                set partner = :partner, name = :name, position = :role, email = :email, phone = :phone, notes = :notes,
                    changed_by = :by, changed_by_user = :user, changed_at = now(), version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("partner", draft.partner().id())
                .param("name", draft.name())
                .param("role", draft.role())
                .param("email", draft.email())
                .param("phone", draft.phone())
                .param("notes", draft.notes())
                .param("by", by.name())
                .param("user", by.row())
                .update();
    }

    void delete(AccountId account, ContactId id) {
        jdbc.sql("delete from contacts where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    Optional<Contact> find(AccountId account, Sight sight, ContactId id) {
        return jdbc.sql("""
                select c.*, p.key as partner_key, p.name as partner_name, p.reseller as partner_reseller from contacts c
                join partners_for_data p on p.account = c.account and p.id = c.partner
                where c.account = :account and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                    and c.id = :id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .params(sight.parameters())
                .query(ContactStore::contact)
                .optional();
    }

    List<Row<Contact>> list(AccountId account, Wanted wanted, Keyset keyset) {
        return jdbc.sql(keyset.stretch("""
                select c.*, p.key as partner_key, p.name as partner_name, p.reseller as partner_reseller,
                    p.name_key as partner_order
                from contacts c
                join partners_for_data p on p.account = c.account and p.id = c.partner
                where c.account = :account and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                    and (:partner::uuid is null or c.partner = :partner)
                    and (:q = '%%' or c.search like lower(:q) or p.search like lower(:q))
                """))
                .param("account", account.value())
                .param("q", Like.anywhere(wanted.q()))
                .param("partner", wanted.partner())
                .params(wanted.sight().parameters())
                .params(keyset.parameters())
                .query((row, number) -> Row.of(contact(row, number), row))
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, Wanted wanted) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from contacts c
                    join partners_for_data p on p.account = c.account and p.id = c.partner
                    where c.account = :account and (:everything and p.id <> all(:hidden) or p.id = any(:partners))
                        and (:partner::uuid is null or c.partner = :partner)
                        and (:q = '%%' or c.search like lower(:q) or p.search like lower(:q))
                    limit :most
                ) as counted
                """)
                .param("account", account.value())
                .param("q", Like.anywhere(wanted.q()))
                .param("partner", wanted.partner())
                .param("most", Page.COUNTED + 1)
                .params(wanted.sight().parameters())
                .query(Long.class)
                .single();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                new SeenPartner(
                        row.getObject("partner", UUID.class),
                        row.getString("partner_key"),
                        row.getString("partner_name"),
                        row.getObject("partner_reseller", UUID.class)),
                row.getString("name"),
                row.getString("position"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("notes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Author.of(row.getObject("changed_by_user", UUID.class), row.getString("changed_by")),
                row.getLong("version"));
    }
}
