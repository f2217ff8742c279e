package org.cartwright.messages.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that refuses, stays silent or hangs up at the step that a test names: EHLO, MAIL,
 * RCPT, DATA, END (of the data) or QUIT.
 */
public final class StubbornMailServer implements AutoCloseable {

  public static final String SILENCE = "silence";
  static final String HANG_UP = "hang up";

  private final ServerSocket server;
  private final List<String> data = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Whim> whims = new ConcurrentLinkedQueue<>();

  private record Whim(String step, String answer) {}

  public StubbornMailServer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Answers the next such step like this, and the one after it as usual. */
  public StubbornMailServer at(String step, String answer) {
    whims.add(new Whim(step, answer));
    return this;
  }

  /** The e-mails that came in whole, whatever was answered then. */
  public List<String> mails() {
    return List.copyOf(data);
  }

  /** What was said to it, but for the e-mails. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      var out = client.getOutputStream();
      say(out, "220 stubborn");
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        var step = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
        var answer = answer(out, step);
        if (answer.equals(HANG_UP) || (answer.startsWith("354") && !takeData(in, out))) {
          return;
        }
      }
    } catch (IOException e) {
      // the other side went away
    }
  }

  private boolean takeData(BufferedReader in, OutputStream out) throws IOException {
    var mail = new StringBuilder();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.equals(".")) {
        data.add(mail.toString());
        return !answer(out, "END").equals(HANG_UP);
      }
      mail.append(line).append('\n');
    }
    return false;
  }

  private String answer(OutputStream out, String step) throws IOException {
    var whim = whims.peek();
    var answer =
        switch (step) {
          case "DATA" -> "354 go on";
          case "QUIT" -> "221 bye";
          default -> "250 ok";
        };
    if (whim != null && whim.step().equals(step)) {
      whims.remove();
      answer = whim.answer();
    }
    if (!answer.equals(SILENCE) && !answer.equals(HANG_UP)) {
      say(out, answer);
    }
    return answer;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
