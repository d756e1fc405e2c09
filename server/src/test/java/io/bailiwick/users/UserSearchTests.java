package io.bailiwick.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserSearchTests {
    private Crowd crowd;

    @BeforeEach
    void people() {
        crowd = new Crowd();
        crowd.user("Dana Reyes", "dana.reyes@cleo.com");
        crowd.user("Ishaan Kapoor", "ishaan@northgate.example");
        crowd.user("Lucía Fernández", "lucia@Cleo.com");
        crowd.user("100% Sure_Thing", "sure@northgate.example");
        crowd.user("李文", "wen.li@northgate.example");
        crowd.user(crowd.account("Other", "other"), "Dana Unseen", "dana@cleo.com", "normal", null);
    }

    @Test
    void aDomainFindsEveryoneThere() {
        assertThat(crowd.names(Crowd.text("cleo.com"))).containsExactly("Dana Reyes", "Lucía Fernández");
        assertThat(crowd.names(new UserFilter(null, "CLEO.com", null, null, null, null, null, null)))
                .containsExactly("Dana Reyes", "Lucía Fernández");
    }

    @Test
    void aNameIsFoundAnywhereWithoutCase() {
        assertThat(crowd.names(Crowd.text("KAPOOR"))).containsExactly("Ishaan Kapoor");
        assertThat(crowd.names(Crowd.text("FERNÁN"))).containsExactly("Lucía Fernández");
        assertThat(crowd.names(new UserFilter(null, null, "reyes", null, null, null, null, null)))
                .containsExactly("Dana Reyes");
    }

    @Test
    void theNameIsNotSoughtInTheAddress() {
        assertThat(crowd.names(new UserFilter(null, null, "northgate", null, null, null, null, null)))
                .isEmpty();
        assertThat(crowd.names(new UserFilter(null, "kapoor", null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void underThreeLettersTheBeginningIsFound() {
        assertThat(crowd.names(Crowd.text("da"))).containsExactly("Dana Reyes");
        assertThat(crowd.names(Crowd.text("we"))).containsExactly("李文");
        assertThat(crowd.names(Crowd.text("李文"))).containsExactly("李文");
        assertThat(crowd.names(Crowd.text("ey"))).isEmpty();
    }

    @Test
    void wildcardsAreLiteral() {
        assertThat(crowd.names(Crowd.text("%"))).isEmpty();
        assertThat(crowd.names(Crowd.text("_"))).isEmpty();
        assertThat(crowd.names(Crowd.text("sure_thing"))).containsExactly("100% Sure_Thing");
        assertThat(crowd.names(Crowd.text("100%"))).containsExactly("100% Sure_Thing");
        assertThat(crowd.names(Crowd.text("sure%thing"))).isEmpty();
        assertThat(crowd.names(Crowd.text("\\"))).isEmpty();
    }

    @Test
    void whatNoTextCanHoldIsRefused() {
        assertThatThrownBy(() -> crowd.names(Crowd.text("a\0b"))).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> crowd.names(Crowd.text("x".repeat(301)))).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void anotherAccountIsNeitherListedNorCounted() {
        var page = crowd.find(Crowd.text("dana"), PageRequest.first(), null);

        assertThat(Crowd.names(page)).containsExactly("Dana Reyes");
        assertThat(page.page().total()).isEqualTo(1);
        assertThat(page.accountTotal()).isEqualTo(5);
    }

    @Test
    void groupPartnerAndResellerAreFoundByNameOrId() {
        var group = crowd.group("Network engineers");
        var partner = crowd.partner("acme");
        var reseller = crowd.reseller("southgate");
        var sold = crowd.user(crowd.account, "Sold", "sold@southgate.example", "normal", reseller);
        crowd.join(sold, group);
        crowd.select(sold, partner);

        for (var word : List.of("network ENGINEERS", group.toString())) {
            assertThat(crowd.names(new UserFilter(null, null, null, null, null, word, null, null)))
                    .containsExactly("Sold");
        }
        for (var word : List.of("acme", partner.toString())) {
            assertThat(crowd.names(new UserFilter(null, null, null, null, null, null, word, null)))
                    .containsExactly("Sold");
        }
        for (var word : List.of("southgate", reseller.toString())) {
            assertThat(crowd.names(new UserFilter(null, null, null, null, null, null, null, word)))
                    .containsExactly("Sold");
        }
        assertThat(crowd.names(new UserFilter(null, null, null, null, null, "Nobody\0", null, null)))
                .isEmpty();
    }

    @Test
    void whoIsLimitedToAResellerSeesAndCountsItsUsersOnly() {
        var reseller = crowd.reseller("southgate");
        crowd.user(crowd.account, "Sold", "sold@southgate.example", "normal", reseller);

        var page = crowd.find(UserFilter.NONE, PageRequest.first(), reseller);

        assertThat(Crowd.names(page)).containsExactly("Sold");
        assertThat(page.page().total()).isEqualTo(1);
        assertThat(page.accountTotal()).isEqualTo(1);
    }

    @Test
    void unknownWordsOfStatusRoleAndOrderAreRefused() {
        assertThatThrownBy(() -> crowd.names(new UserFilter(null, null, null, "locked?", null, null, null, null)))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> crowd.names(new UserFilter(null, null, null, null, "root", null, null, null)))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> crowd.names(UserFilter.NONE, "password")).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> crowd.names(UserFilter.NONE, "name; drop table users"))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "email", "role", "-status", "lastSignInAt", "-createdAt", "role,-name"})
    void pagesOnAndBackShowEveryoneOnceInOrder(String sort) {
        for (int number = 0; number < 9; number++) {
            crowd.user("Twin", "twin" + number + "@northgate.example");
        }
        crowd.jdbc
                .sql("update users set last_sign_in_at = now() where name = 'Twin'")
                .update();
        var order = List.of(sort.split(","));
        var all = Crowd.names(crowd.find(UserFilter.NONE, new PageRequest(order, 50, null), null));
        var seen = new ArrayList<String>();
        var pages = new ArrayList<UserPage>();
        @Nullable String after = null;
        do {
            var page = crowd.find(UserFilter.NONE, new PageRequest(order, 4, after), null);
            pages.add(page);
            seen.addAll(Crowd.names(page));
            after = page.page().next();
        } while (after != null);

        assertThat(seen).containsExactlyElementsOf(all).hasSize(14);
        assertThat(pages).hasSize(4);
        assertThat(pages.getFirst().previous()).isNull();
        var back = new ArrayList<List<String>>();
        @Nullable String before = pages.getLast().previous();
        while (before != null) {
            var page = crowd.find(UserFilter.NONE, new PageRequest(order, 4, before), null);
            back.add(Crowd.names(page));
            assertThat(page.page().next()).isNotNull();
            before = page.previous();
        }
        Collections.reverse(back);
        assertThat(back)
                .isEqualTo(pages.subList(0, 3).stream().map(Crowd::names).toList());
    }

    @Test
    void aCursorFitsItsOwnListOnly() {
        var request = new PageRequest(List.of(), 2, null);
        var next = crowd.find(UserFilter.NONE, request, null).page().next();

        assertThat(next).isNotNull();
        assertThatThrownBy(() -> crowd.find(Crowd.text("dana"), new PageRequest(List.of(), 2, next), null))
                .isInstanceOf(Refusal.Malformed.class);
        assertThatThrownBy(() -> crowd.find(UserFilter.NONE, new PageRequest(List.of(), 2, next + "x"), null))
                .isInstanceOf(Refusal.Malformed.class);
    }

    @Test
    void theTotalOfTheAccountFollowsEveryWrite() {
        var reseller = crowd.reseller("southgate");
        var one = crowd.user("One", "one@northgate.example");
        crowd.user("Two", "two@northgate.example");
        crowd.jdbc
                .sql("update users set reseller = :reseller where id = :id")
                .param("reseller", reseller)
                .param("id", one)
                .update();
        crowd.jdbc.sql("delete from users where name = 'Two'").update();

        assertThat(total(null)).isEqualTo(6);
        assertThat(total(reseller)).isEqualTo(1);
    }

    private long total(java.util.@Nullable UUID sight) {
        return crowd.find(UserFilter.NONE, PageRequest.first(), sight).accountTotal();
    }
}
