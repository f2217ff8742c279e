/**
 * Background work: tasks stored with the change they belong to and run after the commit, jobs that
 * are done again and again, and how either survives what fails. Owns the tables scheduled_task and
 * recurring_job.
 *
 * <p>A module declares a bean of db-scheduler's {@code Task} that says how a task is run, and puts
 * one in with {@link org.cartwright.platform.scheduling.TaskQueue}; whichever instance gets hold of
 * it first runs it. The table belongs to the installation: a task's id names the tenant ({@code
 * <tenant>/<id>}), its data nothing of a patient, and whoever runs it does so within that tenant.
 *
 * <p>A job is a bean of {@link org.cartwright.platform.scheduling.RecurringJob}. Tasks and jobs are
 * looked up and run apart from each other, so neither ever waits for the other. A clock that is set
 * stops neither: see {@code ClockSteps} and {@code StoredTimes}.
 */
@NullMarked
package org.cartwright.platform.scheduling;

import org.jspecify.annotations.NullMarked;
