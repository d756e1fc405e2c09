package io.bailiwick.ui;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;

/** Serves {@code /assets/<hash>/<name>}. An outdated hash gets the present file, but nobody may keep that. */
final class AssetHandler implements HttpRequestHandler {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetHandler(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Of /assets/<hash>/<name> the first step is empty, before the leading slash.
        var steps = request.getRequestURI().split("/", -1);
        var asset = steps.length == 4 ? assets.find(steps[3]) : Optional.<Assets.Asset>empty();
        if (asset.isEmpty()) {
            throw new Refusal.NotFound("file");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, assets.isCurrent(steps[2]) ? FOR_EVER : "no-cache");
        send(asset.get(), request, response);
    }

    private static void send(Assets.Asset asset, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = asset.plain();
        if (asset.isText()) {
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            if (accepted != null && accepted.contains("gzip")) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
                body = asset.zipped();
            }
        }
        response.setContentType(asset.type());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
