package io.bailiwick.reference;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The API's description for programs. It says nothing of any account, so whoever is signed in may read it. */
@RestController
class ReferenceApi {
    private final ApiDescription description;

    ReferenceApi(ApiDescription description) {
        this.description = description;
    }

    @GetMapping("/openapi.json")
    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    ObjectNode document() {
        return description.document();
    }
}
