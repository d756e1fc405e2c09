package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An account with 20,000 partners: pages offer some of them and find the others. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyPartnersTests {
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    @Autowired
    Panel panel;

    @Autowired
    Town town;

    @Autowired
    JdbcClient jdbc;

    private Town.Quarter here;
    private Visitor mayor;

    @BeforeAll
    void settle() {
        here = town.quarter("Many partners");
        mayor = panel.signIn(here.mayor());
        jdbc.sql("""
                insert into partners (account, id, key, name)
                select :account, uuidv7(), 'many-' || number, 'Partner number ' || number
                from generate_series(1, 20000) as number
                """).param("account", here.account().id().value()).update();
        jdbc.sql("analyze partners").update();
    }

    @Test
    void aUserIsGivenOneThatIsFoundByTyping() {
        assertThat(mayor.get("/users/new").body()).contains("20,003").doesNotContain("Partner number 19999<");
        assertThat(mayor.weight("/users/new")).isLessThan(20_000);
        assertThat(mayor.get("/users/options/partners?q=number 19999".replace(" ", "%20"))
                        .body())
                .contains("many-19999")
                .doesNotContain("many-1999\"", "many-18");
        var person = town.add(here, "Mina Many", Role.NORMAL, Traits.sees("selected", "many-19999"));
        for (var partner : List.of("many-19999", "many-3")) {
            assertThat(mayor.post("/api/v1/contacts", Map.of("partner", partner, "name", "At " + partner))
                            .status())
                    .isEqualTo(201);
        }

        var mina = panel.signIn(person);

        assertThat(mina.get("/api/v1/contacts").json().path("total").asInt()).isEqualTo(1);
        assertThat(mina.get("/contacts").body()).contains("At many-19999").doesNotContain("At many-3");
    }

    @Test
    void aUserOfThousandsIsShownWithAFewAndKeepsAll() {
        var person = town.add(here, "Thea Thousands", Role.NORMAL, Traits.sees("selected", "acme"));
        jdbc.sql("""
                insert into user_partners (account, user_id, partner)
                select account, :user, id from partners where account = :account and key like 'many-%'
                order by key limit 10009
                """)
                .param("account", here.account().id().value())
                .param("user", person.id().value())
                .update();
        jdbc.sql("analyze user_partners").update();
        var address = "/users/" + person.id();

        var page = mayor.get(address).body();

        assertThat(page.length()).isLessThan(220_000);
        var fields = fields(page);
        assertThat(fields.size()).isLessThan(200);
        assertThat(keys(fields)).hasSize(10_010).doesNotHaveDuplicates();
        assertThat(page).contains("9,910 more are chosen and not shown");
        var hidden = hidden(fields);
        var searched = new ArrayList<>(fields);
        searched.removeIf(field -> field.getKey().equals("findPartners"));
        searched.add(Map.entry("find", "partners"));
        searched.add(Map.entry("findPartners", hidden));
        var found = fields(mayor.form(address, searched).body());
        assertThat(keys(found)).hasSize(10_010).doesNotHaveDuplicates();
        assertThat(found).contains(Map.entry("partners", hidden));
        found.remove(Map.entry("partners", hidden));

        assertThat(mayor.form(address, found).status()).isEqualTo(303);

        var partners = mayor.get("/api/v1/users/" + person.id())
                .json()
                .path("dataAccess")
                .path("partners");
        assertThat(partners.size()).isEqualTo(10_009);
        assertThat(partners.valueStream().map(JsonNode::asString)).doesNotContain(hidden);
    }

    @Test
    void manyUsersAreGivenThousandsThroughTheirReview() {
        var person = town.add(here, "Bob Bulk", Role.NORMAL, Traits.NONE);
        var keys = IntStream.rangeClosed(1, 1_500).mapToObj(number -> "many-" + number);
        var asked = mayor.form(
                "/users/bulk/access",
                List.of(
                        Map.entry("id", person.id().toString()),
                        Map.entry("given", "true"),
                        Map.entry("dataAccess", "selected"),
                        Map.entry("partners", keys.collect(Collectors.joining(",")))));
        var fields = fields(asked.body());
        assertThat(fields.size()).isLessThan(50);

        assertThat(mayor.form("/users/bulk/access", fields).status()).isLessThan(400);

        assertThat(mayor.get("/api/v1/users/" + person.id())
                        .json()
                        .path("dataAccess")
                        .path("partners")
                        .size())
                .isEqualTo(1_500);
    }

    /** What a browser without script sends of the form in a page that chooses partners, or goes on with them. */
    private static List<Map.Entry<String, String>> fields(String page) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        var partners = page.indexOf("name=\"partners\"");
        var found =
                INPUT.matcher(page.substring(page.lastIndexOf("<form", partners), page.indexOf("</form>", partners)));
        while (found.find()) {
            var input = found.group();
            var isBox = input.contains("type=\"checkbox\"") || input.contains("type=\"radio\"");
            var name = NAME.matcher(input);
            var value = VALUE.matcher(input);
            if (name.find() && !input.contains(" disabled") && (!isBox || input.contains(" checked"))) {
                fields.add(Map.entry(name.group(1), value.find() ? value.group(1) : ""));
            }
        }
        return fields;
    }

    private static List<String> keys(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .filter(field -> field.getKey().equals("partners"))
                .flatMap(field -> Stream.of(field.getValue().split(",")))
                .toList();
    }

    /** One of those that are chosen and not shown. */
    private static String hidden(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .filter(field ->
                        field.getKey().equals("partners") && field.getValue().contains(","))
                .map(field -> field.getValue().split(",")[7])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsOfThemAreCountedToTheirBoundAndPaged() {
        assertThat(mayor.get("/contacts/new").body()).contains("many-1\"").doesNotContain("many-19999");
        assertThat(mayor.weight("/contacts/new")).isLessThan(15_000);
        var page = mayor.get("/api/v1/billing").json();
        assertThat(page.path("total").asInt()).isEqualTo(10_000);
        assertThat(page.path("totalIsAtLeast").asBoolean()).isTrue();
        assertThat(mayor.get("/api/v1/billing?after=" + page.path("next").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(50);
        assertThat(mayor.get("/partners?q=many-19999").body()).contains("Partner number 19999");
    }
}
