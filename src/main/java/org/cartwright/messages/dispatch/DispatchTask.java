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
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The errand of taking one message out of the house. */
@Configuration
class DispatchTask {

  private static final TaskDescriptor<Void> KIND = TaskDescriptor.of("message", Void.class);

  /** What is left after a failure of our own, such as the database being away. */
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(15);

  /** The errand for a message of the current tenant. */
  static TaskInstance<Void> of(String messageId) {
    return KIND.instance(CurrentTenant.id() + "/" + messageId).build();
  }

  @Bean
  Task<Void> takeMessagesOut(MessageDispatcher postman) {
    return Tasks.custom(KIND)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_TROUBLE))
        .onDeadExecutionRevive()
        .execute((errand, context) -> next(deliver(postman, errand.getId())));
  }

  private static Optional<Instant> deliver(MessageDispatcher postman, String errand) {
    var slash = errand.indexOf('/');
    try {
      return CurrentTenant.call(
          errand.substring(0, slash), () -> postman.deliver(errand.substring(slash + 1)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletionHandler<Void> next(Optional<Instant> again) {
    if (again.isEmpty()) {
      return new CompletionHandler.OnCompleteRemove<>();
    }
    return (done, errands) -> errands.reschedule(done, again.get());
  }
}
