package org.cartwright.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cartwright.console.sessions.ConsoleSessions;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.DeskRole;
import org.cartwright.staff.DeskRoles;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.Bodies;

/** Somebody at the console with a browser of the plainest kind, who keeps all cookies. */
public final class DeskBrowser {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final Map<String, String> cookies = new LinkedHashMap<>();
  private Api api;
  private String token = "";

  public DeskBrowser(Clinics clinics) {
    api = clinics.nobody().without("Content-Type").with("Accept", "text/html");
  }

  /** A provider of a clinic who may come to its console, by id. */
  public static String member(Clinics clinics, Clinic clinic, String firstName, DeskRole role) {
    var invited = Bodies.aProvider(firstName, "Ortiz").email(email(firstName));
    var id = clinic.api().post("/admin/providers/invite", invited).ok().at("/id");
    give(clinics, clinic, id, role.name());
    return id;
  }

  private static String email(String firstName) {
    return firstName.toLowerCase(java.util.Locale.ROOT) + "@example.com";
  }

  static Answer give(Clinics clinics, Clinic clinic, String provider, String role) {
    return clinics
        .operator()
        .put(
            "/platform/tenants/%s/desk/%s".formatted(clinic.id(), provider),
            Bodies.body().with("role", role))
        .ok();
  }

  /** The address of the newest link that was sent to somebody, the so-manieth. */
  static String link(Clinics clinics, Clinic clinic, String email, int count) {
    var link = mail(clinics, clinic, email, count);
    return link.substring(link.indexOf("/console"));
  }

  /** The link of the newest mail somebody got, the so-manieth. */
  static String mail(Clinics clinics, Clinic clinic, String email, int count) {
    var inbox = "/dev/inbox?tenant=%s&to=%s".formatted(clinic.id(), email);
    await().atMost(PATIENCE).until(() -> clinics.nobody().get(inbox).ok().json().size() >= count);
    return clinics.nobody().get(inbox).ok().at("/0/link");
  }

  /** Is in as the member of this first name, without the way by mail. */
  DeskBrowser signIn(Clinics clinics, Clinic clinic, String firstName) {
    var member =
        CurrentTenant.call(
            clinic.id(), () -> clinics.part(DeskRoles.class).withEmail(email(firstName)));
    var sessions = clinics.part(ConsoleSessions.class);
    var token =
        Caller.ofStaff(clinic.id(), member.orElseThrow().id())
            .call(() -> sessions.begin(member.orElseThrow()));
    return with(HtmlPages.SESSION, clinic.id() + "." + token);
  }

  /** Comes in by the link that was asked for, as the member of this first name. */
  public DeskBrowser signInByMail(Clinics clinics, Clinic clinic, String firstName) {
    var email = email(firstName);
    var inbox = "/dev/inbox?tenant=%s&to=%s".formatted(clinic.id(), email);
    var before = clinics.nobody().get(inbox).ok().json().size();
    get("/console/sign-in").ok();
    assertThat(ask(clinic.id(), email).status()).isEqualTo(303);
    var link = link(clinics, clinic, email, before + 1);
    get(link).ok();
    assertThat(post(link, Map.of()).status()).isEqualTo(303);
    return this;
  }

  Answer ask(String clinic, String email) {
    return post("/console/sign-in", Map.of("clinic", clinic, "email", email));
  }

  /** One that asks from this address, where the service is told so. */
  public DeskBrowser at(String address) {
    api = api.with("X-Forwarded-For", address);
    return this;
  }

  DeskBrowser speaking(String languages) {
    api = api.with("Accept-Language", languages);
    return this;
  }

  /** One whose scripts ask for parts of pages. */
  DeskBrowser lively() {
    api = api.with("HX-Request", "true");
    return this;
  }

  public DeskBrowser with(String cookie, String value) {
    cookies.put(cookie, value);
    return this;
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public Answer get(String path) {
    return keeping(withCookies().get(path));
  }

  /** Sends a form as the page that was seen last has it. */
  public Answer post(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<>(fields);
    all.putIfAbsent("token", token);
    var form =
        all.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return keeping(
        withCookies()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send("POST", path, BodyPublishers.ofString(form)));
  }

  /** Sends a form with a file in it, as the page that was seen last has it. */
  Answer upload(String path, String seen, String field, byte[] file) {
    var part = "--cut\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
    var body = new ByteArrayOutputStream();
    body.writeBytes((part.formatted("token", "") + token + "\r\n").getBytes(UTF_8));
    body.writeBytes((part.formatted("seen", "") + seen + "\r\n").getBytes(UTF_8));
    body.writeBytes(part.formatted(field, "; filename=\"logo\"").getBytes(UTF_8));
    body.writeBytes(file);
    body.writeBytes("\r\n--cut--\r\n".getBytes(UTF_8));
    return keeping(
        withCookies()
            .with("Content-Type", "multipart/form-data; boundary=cut")
            .send("POST", path, BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Sends a form in parts of which nobody can tell where they begin. */
  Answer uploadTorn(String path) {
    return keeping(
        withCookies()
            .with("Content-Type", "multipart/form-data")
            .send("POST", path, BodyPublishers.ofString("--cut\r\n")));
  }

  private Api withCookies() {
    return api.with(
        "Cookie",
        cookies.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining("; ")));
  }

  private Answer keeping(Answer answer) {
    for (var cookie : answer.headers().allValues("Set-Cookie")) {
      var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    var found = TOKEN.matcher(answer.text());
    if (found.find()) {
      token = found.group(1);
    }
    return answer;
  }

  /** What a cookie was given with, in lower case. */
  static String attributes(Answer answer, String cookie) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(it -> it.startsWith(cookie + "="))
        .map(it -> it.substring(it.indexOf(';')).toLowerCase(java.util.Locale.ROOT))
        .flatMap(it -> Arrays.stream(it.split(";")))
        .map(String::strip)
        .collect(Collectors.joining(";"));
  }
}
