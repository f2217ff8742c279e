package org.cartwright.platform.postgres.safety;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists everything the self-check found, so that it can be mended in one go. */
class UnsafeDatabaseAnalyzer extends AbstractFailureAnalyzer<UnsafeDatabase> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, UnsafeDatabase cause) {
    return new FailureAnalysis(
        "The database is not safe to serve from:\n- " + String.join("\n- ", cause.problems()),
        """
        Let the service connect (SPRING_DATASOURCE_USERNAME) as a role that is no superuser, owns nothing and \
        cannot bypass row-level security, let another role migrate (SPRING_FLYWAY_USER), keep the policies \
        of the migrations, and leave fsync and synchronous_commit on.""",
        cause);
  }
}
