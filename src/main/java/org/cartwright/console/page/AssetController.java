package org.cartwright.console.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands out what the console's pages are dressed with, for good: its address tells what it is. */
@Hidden
@Controller("consoleAssetController")
class AssetController {

  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

  private static final MediaType SCRIPT =
      new MediaType("text", "javascript", StandardCharsets.UTF_8);

  private final ConsoleAssets assets;

  AssetController(ConsoleAssets assets) {
    this.assets = assets;
  }

  @GetMapping(ConsoleAssets.STYLE)
  ResponseEntity<byte[]> style() {
    return forGood(CSS, assets.style());
  }

  @GetMapping(ConsoleAssets.HTMX)
  ResponseEntity<byte[]> htmx() {
    return forGood(SCRIPT, assets.htmx());
  }

  @GetMapping(ConsoleAssets.SCRIPT)
  ResponseEntity<byte[]> script() {
    return forGood(SCRIPT, assets.script());
  }

  private static ResponseEntity<byte[]> forGood(MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, FOREVER)
        .contentType(type)
        .body(content);
  }
}
