package io.bailiwick.tickets;

import io.bailiwick.tickets.TicketForm.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** Files as they come and go over HTTP. */
final class Uploads {
    private Uploads() {}

    /** What was chosen; a form without a choice sends one part without name and content. */
    static List<Upload> read(@Nullable List<MultipartFile> parts) throws IOException {
        var files = new ArrayList<Upload>();
        for (var part : Objects.requireNonNullElse(parts, List.<MultipartFile>of())) {
            var name = Objects.requireNonNullElse(part.getOriginalFilename(), "");
            if (!name.isEmpty() || !part.isEmpty()) {
                files.add(new Upload(withoutFolders(name), part.getBytes()));
            }
        }
        return files;
    }

    /** As a file to be saved and never to be shown: whatever it holds, no browser runs it in our name. */
    static ResponseEntity<byte[]> answer(Upload file) {
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(file.content());
    }

    private static String withoutFolders(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
