package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class AreasScreensTests {
    private static final Pattern HIDDEN = Pattern.compile("name=\"confirm\" value=\"([^\"]+)\"");

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    private Visitor ada;
    private String key = "";

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
        key = "screen-" + Long.toString(System.nanoTime(), 36);
    }

    @Test
    void applicationIsMadeFilledAndDeletedOnScreens() {
        var there = application();
        assertThat(ada.get("/applications?q=" + key).body()).contains(key);
        assertThat(ada.get(there).body()).contains("/authz/" + key + "/auth-request", "It has no area yet");

        var sent = upload(there, text("get /orders Orders", "get /carts Carts"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        var draft = sent.header("Location");
        assertThat(ada.get(draft).body()).contains("Nothing has changed yet", "2 new", "/carts", "new area");
        assertThat(ada.get(there).body()).contains("It has no area yet");

        assertThat(ada.form(draft, Map.of()).header("Location")).isEqualTo(there);
        assertThat(ada.get(there).body()).contains("Orders", "/carts");
        assertThat(ada.get("/areas?application=" + key + "&q=cart").body())
                .contains("Carts")
                .doesNotContain("/orders");

        assertThat(ada.get(there + "/delete").body()).contains("Its 2 areas go along");
        assertThat(ada.form(there + "/delete", Map.of("version", "1")).header("Location"))
                .isEqualTo("/applications");
        assertThat(ada.get(there).status()).isEqualTo(404);
    }

    @Test
    void importThatMovesPathsShowsSoAndCarriesItsConfirmation() {
        var there = application();
        imported(there, "get /orders Orders", "get /orders/export Orders");

        var draft = upload(there, text("get /orders Orders", "get /orders/export Exports"))
                .header("Location");
        var page = ada.get(draft).body();
        assertThat(page)
                .contains("This needs a second look", "Moved", "Import all the same", "from Orders", "to Exports");
        var renamed = upload(there, text("get /orders Sales", "get /orders/export Sales"))
                .header("Location");
        assertThat(ada.get(renamed).body())
                .as("what becomes of the area that is gone")
                .contains("Gone", "to Sales")
                .doesNotContainPattern("<tbody>\\s*</tbody>");
        assertThat(ada.form(draft, Map.of()).header("Location")).isEqualTo(draft);
        assertThat(ada.form(draft, Map.of("confirm", confirm(page))).header("Location"))
                .isEqualTo(there);
    }

    @Test
    void documentThatCannotBeTakenIsRefusedBesideItsBox() {
        var there = application();
        var refused = upload(there, text("get /a/{b}{c} A"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("document-error", "/a/{b}{c}");
        var pasted = paste(there, "swagger: '2.0'");
        assertThat(pasted.status()).isEqualTo(422);
        assertThat(pasted.body()).contains("Swagger 2.0", "swagger: ");
        assertThat(paste(there, "").body()).contains("The document is empty");
    }

    @Test
    void largeDocumentsMayBePasted() {
        var there = application();
        var comment = ("# " + "x".repeat(998) + "\n").repeat(3_000);

        var pasted = paste(there, comment + text("get /orders Orders"));
        assertThat(pasted.status()).as(pasted.body()).isEqualTo(303);
        assertThat(ada.get(pasted.header("Location")).body()).contains("Orders");

        var tooLarge = paste(there, comment.repeat(7));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("Send at most 20 MB.");
    }

    @Test
    void draftBelongsToItsApplicationAndAccount() {
        var there = application();
        var draft = upload(there, text("get /orders Orders")).header("Location");
        key = key + "-2";
        var other = application();

        assertThat(ada.get(draft.replace(there, other)).status()).isEqualTo(410);
        assertThat(panel.as(cast.sven).get(draft).status()).isEqualTo(404);
        assertThat(panel.as(cast.kim).get(draft).status()).isEqualTo(403);
        assertThat(ada.get(there + "/openapi/" + new UUID(0, 0)).status()).isEqualTo(410);
    }

    @Test
    void areaIsMadeChangedAndDeletedOnScreens() {
        application();
        var there = area("Orders", "open", "/orders\n\n/orders/search POST=read");
        assertThat(ada.get(there).body()).contains("/orders/search POST=read", "Administrators and Normal users");

        var saved = ada.form(there, Map.of("version", "1", "name", "All orders", "gate", "staff", "paths", "/orders"));
        assertThat(saved.header("Location")).isEqualTo(there);
        assertThat(ada.get("/areas?application=" + key).body()).contains("All orders");
        assertThat(ada.get(there + "/delete").body()).contains("It has one path");
        assertThat(ada.form(there + "/delete", Map.of("version", "2")).status()).isEqualTo(303);
        assertThat(ada.get(there).status()).isEqualTo(404);
    }

    @Test
    void nothingTypedIsLostAndTheLineIsNamed() {
        application();
        area("Orders", "open", "/orders");
        var refused = ada.form(
                "/areas",
                Map.of("application", key, "name", "Mine", "gate", "staff", "paths", "/fine\n\nnope\n/x POST"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Line 3: ", "Line 4: ", "value=\"Mine\"", "nope");
        var taken = ada.form("/areas", Map.of("application", key, "name", "Orders", "gate", "open", "paths", "/y"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("name-error");
        assertThat(ada.form("/areas", Map.of("name", "x", "gate", "open", "paths", "/y"))
                        .body())
                .contains("application-error");
        var key422 = ada.form("/applications", Map.of("name", "Again", "key", key, "origins", "x\nhttps://ok.example"));
        assertThat(key422.status()).isEqualTo(422);
        assertThat(key422.body()).contains("Line 1: ", "value=\"Again\"", "https://ok.example");
    }

    @Test
    void whatOpensIsAskedAboutAndSavedOnceConfirmed() {
        application();
        var there = area("Admin", "administration", "/admin");
        var fields = Map.of("version", "1", "name", "Admin", "gate", "open", "paths", "/admin");

        var asked = ada.form(there, fields);
        assertThat(asked.body()).contains("Save Admin?", "lets in more people");
        var all = new HashMap<>(fields);
        all.put("confirm", confirm(asked.body()));
        assertThat(ada.form(there, all).header("Location")).isEqualTo(there);
        var late = ada.form(there, Map.of("version", "1", "name", "Mine", "gate", "staff", "paths", "/mine"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("Ada Lovelace saved this", "value=\"Mine\"", "/mine", "value=\"2\"");
    }

    @Test
    void lateFormOfAnApplicationIsShownAgain() {
        var there = application();
        ada.form(there, Map.of("version", "1", "name", "Newer", "key", key, "origins", ""));

        var late = ada.form(there, Map.of("version", "1", "name", "Mine", "key", key, "origins", ""));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("Ada Lovelace saved this", "<bdi>Newer</bdi>", "value=\"Mine\"");
    }

    @Test
    void applicationsAreFoundByTyping() {
        application();
        assertThat(ada.get("/areas/applications?q=" + key).body()).contains("data-options", "value=\"" + key);
        assertThat(ada.get("/areas/applications?q=cockpit").body()).contains("value=\"cockpit\"");
        assertThat(ada.get("/areas/applications?own=true&q=cockpit").body()).doesNotContain("value=\"cockpit\"");
    }

    @Test
    void builtInAreasAndThePanelItselfAreShownReadOnly() {
        var cockpit = ada.get("/api/v1/applications/cockpit").json().path("id").asString();
        assertThat(ada.get("/applications/" + cockpit).body())
                .contains("This is the control panel itself")
                .doesNotContain("Delete …", "name=\"document\"");
        var area = ada.get("/api/v1/areas?application=cockpit&q=Before")
                .json()
                .path("items")
                .get(0);
        assertThat(ada.get("/areas/" + area.path("id").asString()).body())
                .contains("rules cannot name it")
                .doesNotContain("<textarea");
        assertThat(ada.form(
                                "/areas/" + area.path("id").asString(),
                                Map.of("version", "1", "name", "x", "gate", "open", "paths", "/x"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void screensAreRefusedWhereTheApiIs() {
        for (var person : List.of(cast.kim, cast.kevin, cast.pia)) {
            for (var page : List.of("/applications", "/applications/new", "/areas", "/areas/new")) {
                assertThat(panel.as(person).get(page).status())
                        .as(person.name() + page)
                        .isEqualTo(403);
            }
        }
        assertThat(panel.visitor().get("/areas").header("Location")).startsWith("/sign-in");
        assertThat(ada.formWithoutToken("/areas", Map.of("name", "x")).status()).isEqualTo(403);
    }

    private String application() {
        var made = ada.form("/applications", Map.of("name", "Shown " + key, "key", key, "origins", ""));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        return made.header("Location");
    }

    private String area(String name, String gate, String paths) {
        var made = ada.form("/areas", Map.of("application", key, "name", name, "gate", gate, "paths", paths));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        return made.header("Location");
    }

    private void imported(String there, String... paths) {
        assertThat(ada.form(upload(there, text(paths)).header("Location"), Map.of())
                        .header("Location"))
                .isEqualTo(there);
    }

    private Visitor.Answer upload(String there, String document) {
        return multipart(there, "name=\"file\"; filename=\"shop.yaml\"\r\nContent-Type: application/yaml", document);
    }

    private Visitor.Answer paste(String there, String document) {
        return multipart(there, "name=\"document\"", document);
    }

    /** As a browser sends it: the token is a part among parts. */
    private Visitor.Answer multipart(String there, String head, String document) {
        var body = "--xyz\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + ada.csrf()
                + "\r\n--xyz\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + document + "\r\n--xyz--\r\n";
        return ada.send(
                "POST",
                there + "/openapi",
                body,
                Map.of("Content-Type", "multipart/form-data; boundary=xyz", "X-CSRF-Token", ""));
    }

    private static String confirm(String page) {
        var hidden = HIDDEN.matcher(page);
        assertThat(hidden.find()).as("a token to confirm with").isTrue();
        return hidden.group(1);
    }

    private static String text(String... paths) {
        return new String(Documents.yaml(paths), StandardCharsets.UTF_8);
    }
}
