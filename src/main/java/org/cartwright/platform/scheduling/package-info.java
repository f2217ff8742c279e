/**
 * Background work: tasks stored with the change they belong to and run after the commit, and how a
 * round survives what fails. Owns the table scheduled_task.
 *
 * <p>A module declares a bean of db-scheduler's {@code Task} that says how a task is run, and puts
 * one in with {@link org.cartwright.platform.scheduling.TaskQueue}; whichever instance gets hold of
 * it first runs it. The table belongs to the installation: a task's id names the tenant ({@code
 * <tenant>/<id>}), its data nothing of a patient, and whoever runs it does so within that tenant.
 */
@NullMarked
package org.cartwright.platform.scheduling;

import org.jspecify.annotations.NullMarked;
