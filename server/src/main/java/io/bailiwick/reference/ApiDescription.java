package io.bailiwick.reference;

import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Gate;
import io.bailiwick.ui.Phrases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document. What all calls share, and what no handler of the API answers, stands in a file; the calls are read
 * from their handlers when somebody asks for the first time, so that no start waits for it.
 */
@Component
class ApiDescription {
    private static final ClassPathResource FRAME = new ClassPathResource("reference/frame.json");

    private final RequestMappingHandlerMapping mappings;
    private final Phrases phrases;
    private final JsonMapper json;
    private final Supplier<ObjectNode> document = SingletonSupplier.of(this::read);

    ApiDescription(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            Phrases phrases,
            JsonMapper json) {
        this.mappings = mappings;
        this.phrases = phrases;
        this.json = json;
    }

    /** The same for everybody and all the time: whoever reads it changes nothing in it. */
    ObjectNode document() {
        return document.get();
    }

    private ObjectNode read() {
        var document = frame();
        var named = (ObjectNode) document.path("components").path("schemas");
        var operations =
                new Operations(json, new Schemas(json, named, name -> phrases.find("reference.field." + name)));
        var paths = (ObjectNode) document.path("paths");
        var calls = Call.all(mappings.getHandlerMethods());
        calls.forEach((path, of) -> {
            var item = paths.putObject(path);
            of.forEach(call -> item.set(
                    call.method().name().toLowerCase(Locale.ROOT),
                    operations.of(call, phrases.text("reference.call." + call.id()))));
        });
        tag(document, calls);
        Words.say((ObjectNode) named.at("/Problem/properties/gate"), Gate.class);
        return document;
    }

    /** In the order of the areas; what stands in the file comes last. */
    private static void tag(ObjectNode document, Map<String, List<Call>> calls) {
        var tags = document.putArray("tags");
        var areas = new TreeSet<PanelArea>();
        calls.values().forEach(of -> of.forEach(call -> areas.add(call.area())));
        areas.forEach(area -> tags.addObject().put("name", area.title()));
        tags.addObject().put("name", "Proxies");
        tags.addObject().put("name", "Operations");
    }

    private ObjectNode frame() {
        try (var file = FRAME.getInputStream()) {
            return (ObjectNode) json.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
