package org.cartwright.quotes.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.web.ForPeople;
import org.cartwright.platform.web.PdfFile;
import org.cartwright.quotes.Onlooker;
import org.cartwright.quotes.PatientAnswer;
import org.cartwright.quotes.PatientDoor;
import org.cartwright.quotes.Visit;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page at the end of a link. Whatever changes something comes as a form and is answered with
 * the way back to the page, so that reloading it does nothing again.
 */
@Hidden
@Controller
class PatientPage {

  private static final String LINK = ForPeople.PATH + "/{tenant}/{token}";
  private static final String NEWEST = LINK + "/{newest:newest}";
  private static final int LONGEST_MESSAGE = 2000;
  private static final int LONGEST_USER_AGENT = 500;

  private final PatientDoor door;
  private final Sessions sessions;
  private final Pages pages;
  private final Tenants tenants;
  private final TenantLogos logos;
  private final Clock clock;

  PatientPage(
      PatientDoor door,
      Sessions sessions,
      Pages pages,
      Tenants tenants,
      TenantLogos logos,
      Clock clock) {
    this.door = door;
    this.sessions = sessions;
    this.pages = pages;
    this.tenants = tenants;
    this.logos = logos;
    this.clock = clock;
  }

  @GetMapping({LINK, NEWEST})
  ResponseEntity<?> open(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = Link.in(path);
    return at(
        link,
        visit -> {
          if (visit.standing() == Visit.Standing.REPLACED) {
            return ForPeople.page(200).body(pages.replaced(stationery(tenants.current()), link));
          }
          var isPerson = Onlooker.isAPerson(request);
          if (isPerson && visit.standing() == Visit.Standing.OPEN) {
            door.opened(visit);
          }
          var session = sessions.of(request, link, visit);
          if (session.isPresent() && !sessions.isBetterBegunAnew(session.get(), visit)) {
            return shown(link, visit, session.get(), isPerson);
          }
          if (visit.standing() == Visit.Standing.ENDED) {
            return deadEnd();
          }
          return visit.challenge() == Visit.Challenge.NONE
              ? shownToAnybody(link, visit, isPerson, Transport.isTls(request))
              : asked(link, visit, Said.Mishap.of(request.getParameter("again")));
        },
        this::deadEnd);
  }

  @PostMapping(
      path = {LINK + "/confirm", NEWEST + "/confirm"},
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> confirm(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = Link.in(path);
    return at(
        link,
        visit -> {
          if (visit.standing() == Visit.Standing.ENDED) {
            return deadEnd();
          }
          if (visit.standing() == Visit.Standing.REPLACED
              || visit.challenge() == Visit.Challenge.NONE) {
            return backTo(link.path());
          }
          var said = Said.in(request, visit.challenge(), clock);
          if (said.text() == null) {
            return again(link, said.mishap());
          }
          if (!door.confirm(visit, said.text())) {
            return again(link, Said.Mishap.WRONG);
          }
          var cookie = sessions.cookie(sessions.begin(link, visit), link, Transport.isTls(request));
          return ResponseEntity.status(303)
              .location(URI.create(link.path()))
              .header(HttpHeaders.SET_COOKIE, cookie.toString())
              .build();
        },
        this::deadEnd);
  }

  @PostMapping(
      path = {LINK + "/answer", NEWEST + "/answer"},
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> answer(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = Link.in(path);
    return at(
        link,
        visit -> {
          if (visit.standing() == Visit.Standing.REPLACED) {
            return backTo(link.path());
          }
          var session = sessions.of(request, link, visit);
          if (session.isEmpty() && visit.standing() == Visit.Standing.ENDED) {
            return deadEndOfAnAnswer();
          }
          if (session.isEmpty()
              || !sessions.isFormToken(request.getParameter("token"), session.get())) {
            return ForPeople.page(403).body(pages.openTooLong(stationery(tenants.current()), link));
          }
          return answered(link, visit, session.get(), request);
        },
        () -> isOfThePage(link, request) ? notRecorded(link) : deadEndOfAnAnswer());
  }

  @GetMapping({LINK + "/quote.pdf", NEWEST + "/quote.pdf"})
  ResponseEntity<?> pdf(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = Link.in(path);
    return at(
        link,
        visit -> {
          if (visit.standing() == Visit.Standing.REPLACED) {
            return backTo(link.path());
          }
          if (sessions.of(request, link, visit).isEmpty()) {
            return visit.standing() == Visit.Standing.ENDED ? deadEnd() : backTo(link.path());
          }
          return PdfFile.named("quote-" + visit.quoteId(), door.pdf(visit));
        },
        this::deadEnd);
  }

  /** Whether it comes from a page that was shown here, while the link still led somewhere. */
  private boolean isOfThePage(Link link, HttpServletRequest request) {
    return link.isPossible()
        && sessions
            .left(request, link)
            .filter(session -> sessions.isFormToken(request.getParameter("token"), session))
            .isPresent();
  }

  private ResponseEntity<?> answered(
      Link link, Visit visit, Session session, HttpServletRequest request) {
    var accepts = "accept".equals(request.getParameter("answer"));
    var message = message(request);
    String problem = null;
    if (!accepts && !"decline".equals(request.getParameter("answer"))) {
      problem = "Accept or decline.";
    } else if (message.length() > LONGEST_MESSAGE) {
      problem =
          "Your message has %,d characters. Please shorten it to 2,000."
              .formatted(message.length());
    }
    if (problem != null) {
      return page(422, link, visit, session, false, message, problem);
    }
    try {
      door.answer(
          visit,
          new PatientAnswer(
              accepts,
              message.isEmpty() ? null : message,
              Objects.requireNonNullElse(request.getParameter("shown"), ""),
              session.passed(),
              request.getRemoteAddr(),
              userAgent(request)));
    } catch (Conflict refused) {
      return notRecorded(link);
    }
    return backTo(link.path());
  }

  /** Why an answer was not taken, in a patient's words: the refusal itself speaks to the desk. */
  private ResponseEntity<?> notRecorded(Link link) {
    var status = link.follow(door).map(visit -> door.show(visit, false).status());
    return ForPeople.page(409)
        .body(pages.notRecorded(stationery(tenants.current()), link, status.orElse(null)));
  }

  /** With line breaks as one character, as people count them, and without what nobody can type. */
  private static String message(HttpServletRequest request) {
    var typed = request.getParameter("message");
    return typed == null
        ? ""
        : typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
  }

  private static @Nullable String userAgent(HttpServletRequest request) {
    var name = request.getHeader(HttpHeaders.USER_AGENT);
    return name == null || name.length() <= LONGEST_USER_AGENT
        ? name
        : name.substring(0, LONGEST_USER_AGENT);
  }

  private ResponseEntity<String> shown(Link link, Visit visit, Session session, boolean firstView) {
    return page(200, link, visit, session, firstView, "", null);
  }

  private ResponseEntity<String> shownToAnybody(
      Link link, Visit visit, boolean firstView, boolean secure) {
    var session = sessions.begin(link, visit);
    var page = shown(link, visit, session, firstView);
    return ForPeople.page(200)
        .header(HttpHeaders.SET_COOKIE, sessions.cookie(session, link, secure).toString())
        .body(page.getBody());
  }

  private ResponseEntity<String> page(
      int status,
      Link link,
      Visit visit,
      Session session,
      boolean firstView,
      String message,
      @Nullable String problem) {
    var shown = door.show(visit, firstView);
    var tenant = tenants.current();
    var sheet = QuoteSheet.of(shown, tenant.figures(), tenant.times());
    var form = new Pages.Form(sessions.formToken(session), message, problem);
    return ForPeople.page(status).body(pages.quote(stationery(tenant), link, sheet, form));
  }

  private ResponseEntity<String> asked(Link link, Visit visit, Optional<Said.Mishap> mishap) {
    var tenant = tenants.current();
    var question = Question.of(visit, tenant.figures().locale(), mishap);
    return ForPeople.page(200).body(pages.question(stationery(tenant), link, question));
  }

  private static ResponseEntity<?> again(Link link, Said.@Nullable Mishap mishap) {
    return backTo(link.path() + (mishap == null ? "" : "?again=" + mishap.word()));
  }

  private static ResponseEntity<?> backTo(String path) {
    return ResponseEntity.status(303).location(URI.create(path)).build();
  }

  /** The same, to the byte, for every link that leads nowhere. */
  private ResponseEntity<?> deadEnd() {
    return ForPeople.page(404).body(pages.deadEnd(false));
  }

  private ResponseEntity<?> deadEndOfAnAnswer() {
    return ForPeople.page(404).body(pages.deadEnd(true));
  }

  private Stationery stationery(Tenant tenant) {
    return Stationery.of(tenant, logos.hasOne());
  }

  /** Answers a visitor within the tenant of the link, or as if there was no link. */
  private ResponseEntity<?> at(
      Link link,
      Function<Visit, ResponseEntity<?>> somewhere,
      Supplier<ResponseEntity<?>> nowhere) {
    if (!link.isPossible()) {
      return nowhere.get();
    }
    try {
      return CurrentTenant.<ResponseEntity<?>>call(
          link.tenant(),
          () -> {
            var visit = link.follow(door);
            return visit.isPresent() ? somewhere.apply(visit.get()) : nowhere.get();
          });
    } catch (Missing goneMeanwhile) {
      return deadEnd();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
