package io.bailiwick.reference;

import io.bailiwick.http.IfMatch;
import io.bailiwick.http.QueryField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes single calls: what they take, and who may make them; {@link Bodies} says what goes in and comes out. */
final class Operations {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** What several calls read of the query in the same way. */
    private static final Set<String> SHARED = Set.of("confirm", "sort", "limit", "after");

    private final JsonMapper json;
    private final Schemas schemas;
    private final Bodies bodies;

    Operations(JsonMapper json, Schemas schemas) {
        this.json = json;
        this.schemas = schemas;
        this.bodies = new Bodies(json, schemas);
    }

    ObjectNode of(Call call, String summary) {
        var operation = json.createObjectNode().put("operationId", call.id());
        operation.putArray("tags").add(call.area().title());
        operation.put("summary", summary);
        var parameters = parameters(call);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        bodies.request(call).ifPresent(body -> operation.set("requestBody", body));
        operation.set("responses", bodies.responses(call));
        operation.set("security", security(call));
        return operation;
    }

    private ArrayNode parameters(Call call) {
        var list = json.createArrayNode();
        var handler = call.handlers().getFirst();
        for (var argument : handler.getMethodParameters()) {
            argument.initParameterNameDiscovery(NAMES);
            path(argument).forEach(list::add);
            header(argument).forEach(list::add);
        }
        fields(call).forEach(field -> list.add(query(field)));
        if (takesVersion(handler)) {
            list.add(reference("IfMatch"));
        }
        if (call.isPersonal()) {
            list.add(reference("AtLeast"));
        }
        return list;
    }

    private static List<QueryField> fields(Call call) {
        return call.handlers().stream()
                .flatMap(handler -> QueryField.ofQuery(handler).stream())
                .toList();
    }

    static boolean takesVersion(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(argument -> argument.getParameterType() == IfMatch.class);
    }

    static boolean takesConfirmation(Call call) {
        return fields(call).stream().anyMatch(field -> field.name().equals("confirm"));
    }

    private Stream<ObjectNode> path(MethodParameter argument) {
        var variable = argument.getParameterAnnotation(PathVariable.class);
        return variable == null
                ? Stream.empty()
                : Stream.of(parameter("path", name(variable.name(), argument), type(argument))
                        .put("required", true));
    }

    private Stream<ObjectNode> header(MethodParameter argument) {
        var header = argument.getParameterAnnotation(RequestHeader.class);
        return header == null
                ? Stream.empty()
                : Stream.of(parameter("header", name(header.name(), argument), type(argument)));
    }

    private ObjectNode query(QueryField field) {
        if (SHARED.contains(field.name()) && field.type().toClass() != boolean.class) {
            var name = field.name();
            return reference(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        }
        var parameter = json.createObjectNode().put("name", field.name()).put("in", "query");
        parameter.set("schema", schemas.of(field.type(), field.words()));
        if (field.initial() != null) {
            var schema = (ObjectNode) parameter.path("schema");
            if (schema.path("type").asString("").equals("boolean")) {
                schema.put("default", Boolean.parseBoolean(field.initial()));
            } else {
                schema.put("default", field.initial());
            }
        }
        return parameter;
    }

    private ObjectNode parameter(String where, String name, ResolvableType type) {
        var parameter = json.createObjectNode().put("name", name).put("in", where);
        parameter.set("schema", schemas.of(type));
        return parameter;
    }

    private ObjectNode reference(String name) {
        return json.createObjectNode().put("$ref", "#/components/parameters/" + name);
    }

    private static String name(String declared, MethodParameter argument) {
        return declared.isEmpty() ? String.valueOf(argument.getParameterName()) : declared;
    }

    private static ResolvableType type(MethodParameter argument) {
        return ResolvableType.forMethodParameter(argument);
    }

    /** A session, by either of its cookies; what changes something shows its token too. */
    private ArrayNode security(Call call) {
        var ways = json.createArrayNode();
        if (call.path().startsWith("/api/v1/receive/")) {
            ways.addObject().putArray("accessPoint");
            ways.addObject().putArray("accessPointBasic");
        } else if (call.isPersonal() || call.id().equals("deleteSession")) {
            for (var cookie : List.of("session", "sessionWithoutTls")) {
                var way = ways.addObject();
                way.putArray(cookie);
                if (!call.isRead()) {
                    way.putArray("csrf");
                }
            }
        }
        return ways;
    }
}
