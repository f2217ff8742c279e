package org.cartwright.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.cartwright.audit.chain.AuditChain;
import org.cartwright.audit.chain.ChainReport;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the record of a clinic is what was put down, over HTTP. */
@RestController
@Tag(name = "Audit", description = "Who saw or did what, when.")
class AuditChainController {

  private final AuditChain chain;

  AuditChainController(AuditChain chain) {
    this.chain = chain;
  }

  @GetMapping("/audit/verify")
  @Operation(operationId = "verify_audit")
  ChainReport verify() {
    return chain.verify();
  }
}
