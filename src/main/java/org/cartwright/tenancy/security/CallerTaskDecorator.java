package org.cartwright.tenancy.security;

import org.cartwright.tenancy.Caller;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/** Has another thread work for whoever is asking when the work is handed over to it. */
@Component
class CallerTaskDecorator implements TaskDecorator {

  @Override
  public Runnable decorate(Runnable work) {
    var caller = Caller.current();
    return () -> caller.run(work);
  }
}
