package org.cartwright.messages.dispatch;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cartwright.platform.scheduling.ClockSteps;
import org.cartwright.platform.scheduling.LongestWait;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task of taking one message out of the house. */
@Configuration
class DispatchTask {

  private static final TaskDescriptor<Void> KIND = TaskDescriptor.of("message", Void.class);

  /** What is left after a failure of our own, such as the database being away. */
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);

  /** The task for a message of the current tenant. */
  static TaskInstance<Void> of(String messageId) {
    return KIND.instance(CurrentTenant.id() + "/" + messageId).build();
  }

  @Bean
  Task<Void> dispatchMessages(MessageDispatcher dispatcher, ClockSteps steps) {
    return Tasks.custom(KIND)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_TROUBLE))
        .onDeadExecution(steps.takingOver())
        .execute((task, context) -> next(deliver(dispatcher, task.getId())));
  }

  @Bean
  LongestWait messagesWait(RetryPauses pauses) {
    return new LongestWait(KIND.getTaskName(), pauses.longest());
  }

  private static Optional<Instant> deliver(MessageDispatcher dispatcher, String task) {
    var slash = task.indexOf('/');
    return CurrentTenant.call(
        task.substring(0, slash), () -> dispatcher.deliver(task.substring(slash + 1)));
  }

  private static CompletionHandler<Void> next(Optional<Instant> again) {
    if (again.isEmpty()) {
      return new CompletionHandler.OnCompleteRemove<>();
    }
    return (done, tasks) -> tasks.reschedule(done, again.get());
  }
}
