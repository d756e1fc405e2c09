package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.PanelTest;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.decisions.StandingStore.Wanted;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.Actor;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each standing is read once, whoever stands there is found by name, and nobody out of sight is. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingStoreTests {
    private final StandingStore store;
    private final Account account;
    private final GroupId readers;
    private final PartnerId acme;
    private final UUID north;

    @Autowired
    StandingStoreTests(ApplicationContext context) {
        store = context.getBean(StandingStore.class);
        account = context.getBean(Accounts.class).create("Standing Store");
        var server = Actor.server(account.id());
        var users = context.getBean(Users.class);
        users.createFirst(account, "Zoe First", "zoe@stand.example", "gravel orchid lantern 61");
        readers = context.getBean(Groups.class)
                .create(server, new GroupForm("Readers", "exceptions", List.of("read"), List.of()));
        acme = context.getBean(Partners.class).create(server, new PartnerForm("Acme", "acme", null, true));
        north = context.getBean(Resellers.class)
                .create(server, new ResellerForm("North", "north", true))
                .value();
        for (var name : List.of("Cid", "Abe", "Dan", "Bea")) {
            users.create(server, form(name, new DataAccessForm("none", null), null), "gravel orchid lantern 61");
        }
        users.create(
                server, form("Eve", new DataAccessForm("selected", List.of("acme")), null), "gravel orchid lantern 61");
        users.create(server, form("Flo", new DataAccessForm("all", null), "north"), "gravel orchid lantern 61");
    }

    @Test
    void eachStandingIsReadOnceWithItsNumber() {
        var standings = store.all(account.id(), null);

        assertThat(standings).extracting(Standing::users).containsExactlyInAnyOrder(1L, 4L, 1L, 1L);
        assertThat(store.inGroup(account.id(), readers.value(), null))
                .hasSize(3)
                .allSatisfy(standing -> assertThat(standing.groups()).containsExactly(readers.value()));
        assertThat(store.inGroup(account.id(), new UUID(0, 7), null)).isEmpty();
    }

    @Test
    void onlyThoseOfTheResellerAreInItsSight() {
        assertThat(store.all(account.id(), north)).hasSize(1).allSatisfy(standing -> {
            assertThat(standing.reseller()).isEqualTo(north);
            assertThat(standing.seesAll()).isTrue();
        });
        assertThat(store.inGroup(account.id(), readers.value(), north)).hasSize(1);
        assertThat(store.choosing(account.id(), List.of(acme.value()), north)).isEmpty();
    }

    @Test
    void whoeverSelectedAPartnerIsFoundByIt() {
        var partners = List.of(acme.value());
        var choosing = store.choosing(account.id(), partners, null);

        assertThat(choosing).singleElement().satisfies(there -> {
            assertThat(there.standing().users()).isEqualTo(1);
            assertThat(there.chosen()).containsExactly(Map.entry(acme.value(), 1L));
        });
        var ids = choosing.stream().map(there -> there.standing().id()).toList();
        assertThat(store.users(account.id(), new Wanted(List.of(), partners, ids, false), null, 10))
                .singleElement()
                .satisfies(user -> {
                    assertThat(user.name()).isEqualTo("Eve");
                    assertThat(user.chosen()).containsExactly(acme.value());
                });
    }

    @Test
    void usersComeByNamePageByPage() {
        var ids = store.all(account.id(), null).stream().map(Standing::id).toList();
        var names = new ArrayList<String>();
        StandingStore.Place after = null;
        for (var page = store.users(account.id(), Wanted.all(ids), after, 2);
                !page.isEmpty();
                page = store.users(account.id(), Wanted.all(ids), after, 2)) {
            page.forEach(user -> names.add(user.name()));
            after = new StandingStore.Place(
                    page.getLast().nameKey(), page.getLast().id().value());
        }
        assertThat(names).containsExactly("Abe", "Bea", "Cid", "Dan", "Eve", "Flo", "Zoe First");
    }

    private UserForm form(String name, DataAccessForm data, @Nullable String reseller) {
        return new UserForm(
                name.toLowerCase(Locale.ROOT) + "@stand.example",
                name,
                "normal",
                List.of(readers.toString()),
                List.of(),
                data,
                reseller,
                "UTC",
                List.of(),
                false,
                false,
                null);
    }
}
