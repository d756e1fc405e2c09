package io.bailiwick.reference;

import io.bailiwick.http.Patch;
import io.bailiwick.http.QueryField;
import io.bailiwick.http.Wire;
import io.bailiwick.model.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes what calls are sent and what they answer. */
final class Bodies {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final JsonMapper json;
    private final Schemas schemas;

    Bodies(JsonMapper json, Schemas schemas) {
        this.json = json;
        this.schemas = schemas;
    }

    /** What is sent; nothing when the call takes no body. */
    Optional<ObjectNode> request(Call call) {
        var content = json.createObjectNode();
        for (var handler : call.handlers()) {
            var body = Arrays.stream(handler.getMethodParameters())
                    .filter(argument -> argument.hasParameterAnnotation(RequestBody.class))
                    .findAny();
            var wire = handler.getMethodAnnotation(Wire.class);
            if (body.isPresent()) {
                put(content, handler, body.get());
            } else if (!QueryField.ofUpload(handler).isEmpty()) {
                content.putObject(MediaType.MULTIPART_FORM_DATA_VALUE).set("schema", upload(handler));
            } else if (wire != null && !wire.takes().isEmpty()) {
                content.putObject(wire.takes());
            }
        }
        if (content.isEmpty()) {
            return Optional.empty();
        }
        var request = json.createObjectNode().put("required", true);
        return Optional.of(request.set("content", content));
    }

    private void put(ObjectNode content, HandlerMethod handler, MethodParameter body) {
        var type = ResolvableType.forMethodParameter(body);
        if (type.toClass() == Patch.class) {
            for (var media : List.of(MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE)) {
                content.putObject(media).set("schema", schemas.of(type.getGeneric(0)));
            }
            return;
        }
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        var consumed = mapping == null || mapping.consumes().length == 0
                ? new String[] {MediaType.APPLICATION_JSON_VALUE}
                : mapping.consumes();
        for (var media : consumed) {
            var schema = type.toClass() == byte[].class ? json.createObjectNode() : schemas.of(type);
            content.putObject(media).set("schema", schema);
        }
    }

    private ObjectNode upload(HandlerMethod handler) {
        var form = json.createObjectNode().put("type", "object");
        var properties = form.putObject("properties");
        QueryField.ofUpload(handler)
                .forEach(field -> properties.set(field.name(), schemas.of(field.type(), field.words())));
        return form;
    }

    /** What is answered: success, and the refusals that are more than a wrong request. */
    ObjectNode responses(Call call) {
        var responses = json.createObjectNode();
        var handler = call.handlers().getFirst();
        statuses(call, handler).forEach(status -> responses.set(Integer.toString(status), success(call, status)));
        if (call.isPersonal()) {
            refer(responses, "401", "SignedOut");
            refer(responses, "403", "Denied");
            refer(responses, "404", "NotFound");
        }
        if (Operations.takesConfirmation(call)) {
            refer(responses, "409", "Conflict");
        }
        if (Operations.takesVersion(handler)) {
            refer(responses, "412", "Stale");
        }
        if (!call.isRead() || !QueryField.ofQuery(handler).isEmpty()) {
            refer(responses, "422", "Invalid");
        }
        refer(responses, "default", "Problem");
        return responses;
    }

    private static void refer(ObjectNode responses, String status, String name) {
        responses.putObject(status).put("$ref", "#/components/responses/" + name);
    }

    private ObjectNode success(Call call, int status) {
        var answer = json.createObjectNode()
                .put("description", HttpStatus.valueOf(status).getReasonPhrase());
        if (call.isPersonal()) {
            answer.putObject("headers").putObject("Bailiwick-Revision").put("$ref", "#/components/headers/Revision");
        }
        var content = json.createObjectNode();
        call.handlers().forEach(handler -> give(content, handler));
        return content.isEmpty() ? answer : answer.set("content", content);
    }

    private void give(ObjectNode content, HandlerMethod handler) {
        var wire = handler.getMethodAnnotation(Wire.class);
        if (wire != null) {
            Arrays.stream(wire.gives()).forEach(content::putObject);
        }
        var type = answered(handler);
        if (type != null && type.toClass() == byte[].class) {
            content.putObject(MediaType.ALL_VALUE);
        } else if (type != null) {
            content.putObject(MediaType.APPLICATION_JSON_VALUE).set("schema", schemas.of(type));
        }
    }

    /** The body's type, or null when there is none. */
    private static @Nullable ResolvableType answered(HandlerMethod handler) {
        var type = ResolvableType.forMethodReturnType(handler.getMethod());
        var body = type.toClass() == ResponseEntity.class ? type.getGeneric(0) : type;
        return body.toClass() == void.class || body.toClass() == Void.class ? null : body;
    }

    /** As it is declared; else what follows from the kind of the call. */
    private static List<Integer> statuses(Call call, HandlerMethod handler) {
        var wire = handler.getMethodAnnotation(Wire.class);
        var declared = handler.getMethodAnnotation(ResponseStatus.class);
        if (wire != null && wire.statuses().length > 0) {
            return IntStream.of(wire.statuses()).boxed().toList();
        }
        if (declared != null) {
            return List.of(declared.code().value());
        }
        var isEmpty = answered(handler) == null && (wire == null || wire.gives().length == 0);
        var creates = call.method() == RequestMethod.POST
                && handler.getMethod().getReturnType() == ResponseEntity.class
                && call.guarded().action() == Action.CREATE;
        return List.of(isEmpty ? 204 : creates ? 201 : 200);
    }
}
