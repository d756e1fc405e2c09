package io.bailiwick.flows;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.Wire;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where access points take messages; whoever has the secret needs no session. */
@RestController
class ReceivingApi {
    private final Receiving receiving;

    ReceivingApi(Receiving receiving) {
        this.receiving = receiving;
    }

    /** What is answered once the message is kept. */
    record Accepted(UUID id) {}

    @PostMapping("/api/v1/receive/{accessPoint}")
    @Wire(takes = MediaType.ALL_VALUE, statuses = 202)
    @Guarded(area = PanelArea.PUBLIC, action = Action.CREATE)
    ResponseEntity<Accepted> receive(
            HttpServletRequest request,
            @PathVariable String accessPoint,
            @RequestHeader(name = "Bailiwick-Type", required = false) @Nullable String header,
            @RequestHeader(name = "Bailiwick-Reference", required = false) @Nullable String reference,
            @RequestParam(required = false) @Nullable String type) {
        var sent = new Receiving.Sent(
                accessPoint,
                request.getHeader(HttpHeaders.AUTHORIZATION),
                header == null ? type : header,
                ReceivedBody.type(request),
                reference,
                ReceivedBody.of(request));
        return ResponseEntity.accepted().body(new Accepted(receiving.receive(sent)));
    }
}
