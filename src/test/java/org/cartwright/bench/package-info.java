/**
 * The benchmark: {@code ./mvnw -Pbench verify}.
 *
 * <p>The service runs as a process of its own on its own durable PostgreSQL, with a generated
 * clinic. The same closed loop, on the same machine and in the same run, drives the service over
 * HTTP and then the database with plain prepared SQL doing the same work under row-level security:
 * the limit. Written by hand rather than for a load-testing product because both sides have to be
 * driven and counted alike, next to the processor time and WAL they cost, on few cores; latencies
 * are kept by HdrHistogram. The screens of the console are looked at one by one, signed in; one
 * that is not there fails the run. See {@link org.cartwright.bench.Settings} for what can be set.
 */
@NullMarked
package org.cartwright.bench;

import org.jspecify.annotations.NullMarked;
