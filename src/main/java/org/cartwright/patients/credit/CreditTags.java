package org.cartwright.patients.credit;

import org.cartwright.platform.web.tags.TaggedObject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Credits are changed as they were seen, if the client says so. */
@Configuration(proxyBeanMethods = false)
class CreditTags {

  @Bean
  TaggedObject taggedCredits(PatientCredits credits) {
    return new TaggedObject("/user/patient/{patient_id}/credit/{credit_id}", credits::held);
  }
}
