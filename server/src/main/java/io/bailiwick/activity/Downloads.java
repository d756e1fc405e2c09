package io.bailiwick.activity;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Hands out what senders sent: never as what they said that it is, for a browser must not run it, but as a file to be kept;
 * what they said stands in a header beside.
 */
final class Downloads {
    private Downloads() {}

    static ResponseEntity<byte[]> of(String id, Messages.Body body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("message-" + id + ".bin")
                                .build()
                                .toString())
                .header("Bailiwick-Content-Type", body.contentType())
                .body(body.bytes());
    }
}
