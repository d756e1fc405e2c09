package io.bailiwick.proxies;

import io.bailiwick.conformance.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A carrier's API and who may use it: as its administrator makes it by the API, and the same for the reference engine. */
final class Carrier {
    /** Everybody's. */
    static final String PASSWORD = "four quiet lamps over water";

    private static final Set<String> ROUTING = Set.of(
            "Call",
            "Queue",
            "Domain",
            "Conference",
            "Participant",
            "IncomingPhoneNumber",
            "OutgoingCallerId",
            "IpAccessControlList",
            "SipIpAddress",
            "CredentialList",
            "Credential",
            "Siprec",
            "Stream",
            "Member",
            "Key");
    private static final Set<String> BILLING = Set.of(
            "Balance",
            "Record",
            "AllTime",
            "Daily",
            "LastMonth",
            "Monthly",
            "ThisMonth",
            "Today",
            "Yearly",
            "Yesterday",
            "Trigger",
            "Payment",
            "Account");

    private final int port;
    private final Map<String, Script> people = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Set<String>> tags = new TreeMap<>();
    private final World world;

    /** Imports the document, and makes three groups with a person in each. */
    Carrier(int port) throws IOException, InterruptedException {
        this.port = port;
        world = administer(new Script(port).signIn("ada@northgate.example", PASSWORD));
    }

    /** A request that the document names, with something in place of each parameter. */
    record Operation(String method, String path) {}

    World world() {
        return world;
    }

    /** The areas that the document asks for, each with its paths. */
    Map<String, Set<String>> tags() {
        return tags;
    }

    List<Operation> operations() {
        return operations;
    }

    Map<String, Script> people() {
        return people;
    }

    Script person(String name) {
        return Objects.requireNonNull(people.get(name));
    }

    private World administer(Script ada) throws IOException, InterruptedException {
        people.put("ada", ada);
        var application = ada.post("/api/v1/applications", Map.of("name", "Twilio", "key", "twilio"));
        var document = Files.readString(Path.of("src/test/resources/openapi/twilio_api_v2010.json"));
        ada.call("POST", "/api/v1/applications/" + application.path("id").asString() + "/openapi", document, 200);
        var areas = items(ada.get("/api/v1/areas?application=twilio&limit=500"));
        operations.addAll(operations(document));
        tags.putAll(tags(document));
        var groups = List.of(
                group(ada, "Network engineers", List.of("create", "read", "update", "delete"), areas, ROUTING),
                group(ada, "Billing", List.of("create", "read", "update", "delete"), areas, BILLING),
                group(ada, "Readers", List.of("read"), areas, Set.of()));
        var users = List.of(
                user("ada", List.of(), World.Role.ADMINISTRATOR, World.DataMode.ALL),
                person(ada, "network", groups.get(0)),
                person(ada, "billing", groups.get(1)),
                person(ada, "reader", groups.get(2)));
        return new World(areas.stream().map(Carrier::area).toList(), groups, List.of(), List.of(), users);
    }

    private static World.Group group(
            Script ada, String name, List<String> access, List<JsonNode> areas, Set<String> tags)
            throws IOException, InterruptedException {
        var listed = areas.stream()
                .map(area -> area.path("name").asString())
                .filter(area -> tags.contains(area.replace("Api20100401", "")))
                .toList();
        var rules = listed.stream()
                .map(area -> Map.of("area", "twilio/" + area, "access", access, "effect", "allow"))
                .toList();
        ada.post(
                "/api/v1/groups", Map.of("name", name, "mode", "only-listed", "defaultAccess", access, "rules", rules));
        var plain = access.stream().map(Carrier::action).collect(Collectors.toSet());
        return new World.Group(
                name,
                World.Mode.ONLY_LISTED,
                plain,
                listed.stream()
                        .map(area -> new World.Rule(World.Effect.ALLOW, "twilio/" + area, plain))
                        .toList());
    }

    private World.User person(Script ada, String name, World.Group group) throws IOException, InterruptedException {
        var email = name + "@northgate.example";
        var id = find(ada.get("/api/v1/groups?limit=500"), "name", group.name())
                .path("id")
                .asString();
        ada.post(
                "/api/v1/users",
                Map.of(
                        "email",
                        email,
                        "name",
                        name,
                        "password",
                        PASSWORD,
                        "role",
                        "normal",
                        "groups",
                        List.of(id),
                        "mustChangePassword",
                        false));
        people.put(name, new Script(port).signIn(email, PASSWORD));
        return user(name, List.of(group.name()), World.Role.NORMAL, World.DataMode.NONE);
    }

    private static World.User user(String name, List<String> groups, World.Role role, World.DataMode data) {
        return new World.User(
                name,
                role,
                Set.of(),
                groups,
                null,
                new World.DataAccess(data, Set.of()),
                List.of(),
                World.Status.ACTIVE,
                false);
    }

    private static World.Area area(JsonNode area) {
        var patterns = StreamSupport.stream(area.path("paths").spliterator(), false)
                .map(path -> new World.Pattern(
                        path.isString() ? path.asString() : path.path("path").asString(), Map.of()))
                .toList();
        return new World.Area("twilio", area.path("name").asString(), World.AreaGate.OPEN, patterns);
    }

    private static List<Operation> operations(String document) {
        var found = new ArrayList<Operation>();
        JsonMapper.shared()
                .readTree(document)
                .path("paths")
                .properties()
                .forEach(path -> Stream.of("get", "post", "put", "patch", "delete")
                        .filter(method -> path.getValue().has(method))
                        .forEach(method -> found.add(new Operation(
                                method.toUpperCase(Locale.ROOT), path.getKey().replaceAll("\\{[^}]+\\}", "X1")))));
        return found;
    }

    /** A path belongs to the first tag of its first operation; without one, to its first segment. */
    private static Map<String, Set<String>> tags(String document) {
        var found = new TreeMap<String, Set<String>>();
        JsonMapper.shared().readTree(document).path("paths").properties().forEach(path -> {
            var tag = Stream.of("get", "post", "put", "patch", "delete")
                    .filter(path.getValue()::has)
                    .map(method ->
                            path.getValue().path(method).path("tags").path(0).asString(""))
                    .findFirst()
                    .orElse(path.getKey().split("/")[1]);
            found.computeIfAbsent(tag, unknown -> new TreeSet<>()).add(path.getKey());
        });
        return found;
    }

    private static World.Action action(String word) {
        return World.Action.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    static JsonNode find(JsonNode page, String field, String value) {
        return items(page).stream()
                .filter(item -> item.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
