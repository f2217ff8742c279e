package org.cartwright.quotes.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.quotes.page.view.PageAssets;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the pages are dressed with. The same for everybody, so browsers may keep it for a while. */
@Hidden
@Controller
class AssetController {

  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String FIVE_MINUTES = "public, max-age=300";
  private static final String A_DAY = "public, max-age=86400";
  private static final MediaType SVG = new MediaType("image", "svg+xml");
  private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
  private static final byte FIRST_OF_A_PNG = (byte) 0x89;

  private final PageAssets assets;
  private final TenantLogos logos;

  AssetController(PageAssets assets, TenantLogos logos) {
    this.assets = assets;
    this.logos = logos;
  }

  @GetMapping(PageAssets.STYLE)
  ResponseEntity<byte[]> style() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, FOREVER)
        .contentType(CSS)
        .body(assets.style());
  }

  @GetMapping(PageAssets.ICON)
  ResponseEntity<byte[]> icon() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, A_DAY)
        .contentType(SVG)
        .body(assets.icon());
  }

  @GetMapping(HtmlPages.PATH + "/{tenant}/logo")
  ResponseEntity<byte[]> logo(@PathVariable String tenant) {
    var picture =
        (Tenants.isPossible(tenant)
                ? CurrentTenant.call(tenant, logos::current)
                : Optional.<byte[]>empty())
            .orElseThrow(() -> Missing.a("Logo"));
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES)
        .contentType(picture[0] == FIRST_OF_A_PNG ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
        .body(picture);
  }
}
