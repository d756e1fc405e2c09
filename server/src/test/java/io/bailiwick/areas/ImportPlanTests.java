package io.bailiwick.areas;

import static io.bailiwick.areas.Documents.SHOP;
import static io.bailiwick.areas.Documents.area;
import static io.bailiwick.areas.Documents.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.bailiwick.areas.ImportPlan.Placing;
import io.bailiwick.areas.ImportReport.AreaLine;
import io.bailiwick.areas.ImportReport.OperationLine;
import io.bailiwick.areas.ImportReport.Outcome;
import io.bailiwick.areas.ImportReport.PathLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImportPlanTests {
    /** 72 tags and, for five paths without operations, their first segment. */
    private static final int AREAS = 73;

    private List<Area> areas = List.of();
    private Set<AreaId> ruled = Set.of();
    private Placing placing = Placing.ALL;

    @Test
    void carriersDocumentMakesOneAreaPerTag() {
        var report = take(Documents.twilio());

        assertThat(report.paths()).isEqualTo(121);
        assertThat(report.operations()).hasSize(197).allMatch(line -> line.outcome() == Outcome.NEW_AREA);
        assertThat(report.count(ImportReport.NEW)).isEqualTo(areas.size()).isEqualTo(AREAS);
        assertThat(report.consequences()).isEmpty();
        assertThat(report.needsConfirmation()).isFalse();
        assertThat(areas.stream().flatMap(area -> area.paths().stream())).hasSize(121);
        assertThat(lines(report))
                .filteredOn(line -> !line.otherTags().isEmpty())
                .extracting(PathLine::otherTags)
                .containsExactlyInAnyOrder(
                        List.of("Api20100401NewKey"),
                        List.of("Api20100401NewSigningKey"),
                        List.of("Api20100401ValidationRequest"));
    }

    @Test
    void sameDocumentAgainChangesNothing() {
        take(Documents.twilio());
        var before = areas;

        var report = take(Documents.twilio());

        assertThat(areas).isEqualTo(before);
        assertThat(report.count(ImportReport.UNCHANGED)).isEqualTo(AREAS);
        assertThat(report.operations()).allMatch(line -> line.outcome() == Outcome.ALREADY_UNDER);
        assertThat(report.needsConfirmation()).isFalse();
    }

    @Test
    void everyOperationSaysHowItComesUnderItsArea() {
        areas = List.of(area(1, "Orders", "/orders"));

        var report = take(yaml("get,post /orders Orders", "get /orders/{id} Orders", "get /carts Carts"));

        assertThat(report.operations())
                .extracting(OperationLine::method, OperationLine::path, OperationLine::area, OperationLine::outcome)
                .containsExactly(
                        tuple("GET", "/orders", "Orders", Outcome.ALREADY_UNDER),
                        tuple("POST", "/orders", "Orders", Outcome.ALREADY_UNDER),
                        tuple("GET", "/orders/{id}", "Orders", Outcome.JOINS_AREA),
                        tuple("GET", "/carts", "Carts", Outcome.NEW_AREA));
        assertThat(report.needsConfirmation()).isFalse();
    }

    @Test
    void renamedAreaIsKnownByItsTagAndKeepsItsGateAndId() {
        take(yaml("get /orders Orders"));
        var renamed = areas.getFirst()
                .with("Customer orders", AreaGate.STAFF, areas.getFirst().paths());
        areas = List.of(renamed);

        var report = take(yaml("get /orders Orders", "get /orders/{id}/lines Orders"));

        assertThat(areas).singleElement().satisfies(area -> {
            assertThat(area.id()).isEqualTo(renamed.id());
            assertThat(area.name()).isEqualTo("Customer orders");
            assertThat(area.gate()).isEqualTo(AreaGate.STAFF);
            assertThat(area.paths()).hasSize(2);
        });
        assertThat(report.areas()).extracting(AreaLine::status).containsExactly(ImportReport.CHANGED);
    }

    @Test
    void nameThatARenamedAreaTookIsNotTakenTwice() {
        take(yaml("get /orders Orders"));
        areas = List.of(
                areas.getFirst().with("Carts", AreaGate.OPEN, areas.getFirst().paths()));

        placing = Placing.ALL;
        take(yaml("get /orders Orders", "get /carts Carts"));

        assertThat(areas).extracting(Area::name).containsExactlyInAnyOrder("Carts", "Carts (2)");
    }

    @Test
    void pathMovedByHandStaysWhereItIs() {
        take(yaml("get /orders Orders", "get /orders/export Orders"));
        var orders = areas.getFirst();
        var export = orders.paths().get(1);
        areas = List.of(
                orders.with(orders.name(), orders.gate(), List.of(orders.paths().getFirst())),
                area(7, "Exports").with("Exports", AreaGate.STAFF, List.of(export)));

        var report = take(yaml("get /orders Orders", "get /orders/export Orders"));

        assertThat(find("Exports").paths()).containsExactly(export);
        assertThat(report.needsConfirmation()).isFalse();
    }

    @Test
    void pathThatTheDocumentMovesNeedsConfirmation() {
        take(yaml("get /orders Orders", "get /orders/export Orders"));

        var report = take(yaml("get /orders Orders", "get /orders/export Exports"));

        assertThat(lines(report))
                .filteredOn(line -> line.status().equals(ImportReport.MOVED))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path()).isEqualTo("/orders/export");
                    assertThat(line.from()).isEqualTo("Orders");
                });
        assertThat(report.consequences()).containsExactly(Consequence.path("Orders", "/orders/export", "Exports"));
        assertThat(report.needsConfirmation()).isTrue();
        assertThat(report.warning()).startsWith("1 path moves. 1 path falls to another area");
    }

    @Test
    void pathThatIsGoneNeedsConfirmation() {
        take(yaml("get /orders Orders", "get /carts Carts"));

        var report = take(yaml("get /orders Orders"));

        assertThat(areas).extracting(Area::name).containsExactly("Orders");
        assertThat(report.areas())
                .filteredOn(line -> line.status().equals(ImportReport.GONE))
                .extracting(AreaLine::name)
                .containsExactly("Carts");
        assertThat(report.needsConfirmation()).isTrue();
    }

    @Test
    void areaThatARuleNamesStaysWithoutPaths() {
        take(yaml("get /orders Orders", "get /carts Carts"));
        ruled = Set.of(find("Carts").id());

        var report = take(yaml("get /orders Orders"));

        assertThat(find("Carts").paths()).isEmpty();
        assertThat(report.count(ImportReport.EMPTIED)).isOne();
        assertThat(report.needsConfirmation()).isTrue();
        assertThat(take(yaml("get /orders Orders")).needsConfirmation()).isFalse();
    }

    @Test
    void whatWasWrittenByHandIsNeverDropped() {
        areas = List.of(area(1, "Orders", "/orders", "/legacy"), area(2, "Health", "/health"));

        take(yaml("get /orders Orders"));
        take(yaml("get /carts Carts"));

        assertThat(find("Orders").paths())
                .extracting(path -> path.pattern().text())
                .contains("/orders", "/legacy");
        assertThat(find("Health").paths()).hasSize(1);
    }

    @Test
    void overridesFollowTheDocumentUntilSomebodyChangesThem() {
        take(yaml("post /search Search read"));
        assertThat(override("/search")).isEqualTo(Map.of("POST", Action.READ));

        var report = take(yaml("post /search Search update"));
        assertThat(override("/search")).isEqualTo(Map.of("POST", Action.UPDATE));
        assertThat(report.consequences())
                .containsExactly(Consequence.action("Search", "/search", "POST read", "POST update"));
        assertThat(report.needsConfirmation()).isTrue();

        var search = areas.getFirst();
        var byHand = MethodOverrides.of(Map.of("POST", Action.DELETE));
        areas = List.of(search.with(
                search.name(),
                search.gate(),
                List.of(new AreaPath(
                        search.paths().getFirst().pattern(),
                        byHand,
                        search.paths().getFirst().documented()))));
        assertThat(take(yaml("post /search Search read")).needsConfirmation()).isFalse();
        assertThat(override("/search")).isEqualTo(Map.of("POST", Action.DELETE));
    }

    @Test
    void newPathThatTakesFromAnotherAreaNeedsConfirmation() {
        areas = List.of(area(1, "Everything", AreaGate.ADMINISTRATION, null, "/"));

        var report = take(yaml("get /orders Orders"));

        assertThat(report.consequences()).containsExactly(Consequence.path("Everything", "/orders", "Orders"));
        assertThat(report.needsConfirmation()).isTrue();
    }

    @Test
    void pathsThatCollideAreReportedEachAndNothingIsTaken() {
        areas = List.of(area(1, "Orders", "/orders/a{x}.json"));

        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> take(yaml(
                        "get /orders/{x}a.json Orders",
                        "get /carts/{a} Carts",
                        "post /carts/{b} Carts",
                        "get /fine Fine")))
                .satisfies(invalid -> {
                    assertThat(invalid.faults())
                            .extracting(Refusal.Invalid.Fault::field)
                            .containsExactlyInAnyOrder("paths./orders/{x}a.json", "paths./carts/{b}");
                    assertThat(invalid.faults())
                            .filteredOn(fault -> fault.field().contains("orders"))
                            .singleElement()
                            .satisfies(fault -> assertThat(fault.message())
                                    .contains("`/orders/{x}a.json`", "`/orders/a{x}.json`", "`Orders`"));
                });
        assertThat(areas).hasSize(1);
    }

    @Test
    void methodThatNobodyMayUseIsShownWithoutAction() {
        var report = take(yaml("trace,head /orders Orders"));

        assertThat(report.operations())
                .extracting(OperationLine::method, OperationLine::action)
                .containsExactly(tuple("HEAD", "read"), tuple("TRACE", null));
    }

    @Test
    void whatNoAreaCoversWaitsWhenALaterDocumentBringsIt() {
        take(yaml("get /orders Orders"));
        placing = Placing.COVERED;

        var report = take(yaml(
                "get,delete /orders Orders",
                "get /orders/{id} Orders",
                "get /order-lines Orders",
                "post /carts/search Carts read"));

        assertThat(report.operations())
                .extracting(
                        OperationLine::method,
                        OperationLine::path,
                        OperationLine::action,
                        OperationLine::area,
                        OperationLine::outcome,
                        OperationLine::proposed)
                .containsExactly(
                        tuple("GET", "/orders", "read", "Orders", Outcome.ALREADY_UNDER, null),
                        tuple("DELETE", "/orders", "delete", "Orders", Outcome.ALREADY_UNDER, null),
                        tuple("GET", "/orders/{id}", "read", "Orders", Outcome.JOINS_AREA, null),
                        tuple("GET", "/order-lines", "read", "Orders", Outcome.NOT_PLACED, Outcome.JOINS_AREA),
                        tuple("POST", "/carts/search", "read", "Carts", Outcome.NOT_PLACED, Outcome.NEW_AREA));
        assertThat(areas)
                .singleElement()
                .satisfies(area -> assertThat(area.paths())
                        .extracting(path -> path.pattern().text())
                        .containsExactly("/orders", "/orders/{id}"));
        assertThat(report.needsConfirmation()).isFalse();
    }

    @Test
    void whatOnlyAPathThatGoesCoveredWaitsToo() {
        take(yaml("get /orders Orders", "get /carts Carts"));
        placing = Placing.COVERED;

        var report = take(yaml("get /orders/{id} Orders", "get /carts Carts"));

        assertThat(report.operations())
                .filteredOn(line -> line.path().equals("/orders/{id}"))
                .extracting(OperationLine::outcome, OperationLine::area)
                .containsExactly(tuple(Outcome.NOT_PLACED, "Orders"));
        assertThat(areas).extracting(Area::name).containsExactly("Carts");
        assertThat(report.needsConfirmation()).isTrue();
    }

    @Test
    void whatIsPlacedLeavesEverythingElseAsItIs() {
        take(yaml("get /orders Orders", "get /health Health"));
        var before = areas;
        var fresh =
                OpenApiReader.read(yaml("get /orders/{id} Orders", "get /carts Carts", "post /carts/find Carts read"));

        var plan = ImportPlan.placing(SHOP, areas, fresh, null);
        var report = ImportComparison.of(plan, Set.of());
        areas = plan.after();

        assertThat(report.areas())
                .extracting(AreaLine::name, AreaLine::status)
                .contains(tuple("Carts", ImportReport.NEW), tuple("Orders", ImportReport.CHANGED));
        assertThat(report.countPaths(ImportReport.GONE)).isZero();
        assertThat(areas)
                .containsAll(before.stream()
                        .filter(area -> area.name().equals("Health"))
                        .toList());
        assertThat(override("/carts/find")).isEqualTo(Map.of("POST", Action.READ));

        var into = find("Health").id();
        var lone = OpenApiReader.read(yaml("get /metrics Metrics"));
        areas = ImportPlan.placing(SHOP, areas, lone, into).after();
        assertThat(find("Health").paths()).hasSize(2);
        assertThat(areas).extracting(Area::name).doesNotContain("Metrics");
    }

    private ImportReport take(byte[] document) {
        var plan = ImportPlan.of(SHOP, areas, ruled, OpenApiReader.read(document), placing);
        var report = ImportComparison.of(plan, ruled);
        areas = plan.after();
        return report;
    }

    private Area find(String name) {
        return areas.stream()
                .filter(area -> area.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Action> override(String path) {
        return areas.stream()
                .flatMap(area -> area.paths().stream())
                .filter(each -> each.isSameAs(PathPattern.parse(path)))
                .findFirst()
                .orElseThrow()
                .actions()
                .actions();
    }

    private static List<PathLine> lines(ImportReport report) {
        return report.areas().stream()
                .map(AreaLine::paths)
                .flatMap(List::stream)
                .toList();
    }
}
