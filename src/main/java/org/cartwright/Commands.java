package org.cartwright;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the jar can be told to do instead of serving: {@code --backup FILE} and its like, also as
 * {@code --backup=FILE}. They become properties that no variable of the environment is likely to
 * set, so that nothing but a command line has one of them done.
 */
final class Commands {

  private static final Set<String> WITH_FILE = Set.of("--backup", "--restore", "--verify");
  private static final String OVERWRITE = "--overwrite";
  private static final String GENERATE = "--generate-clinic=";

  private Commands() {}

  /** Whether there is one among the arguments. */
  static boolean isAny(String... args) {
    return Arrays.stream(args)
        .anyMatch(
            argument ->
                argument.startsWith(GENERATE) || WITH_FILE.contains(argument.split("=", 2)[0]));
  }

  /**
   * Whether it is the one that wants a database of its own, among arguments as Spring reads them.
   */
  static boolean isVerify(String... spelled) {
    return List.of(spelled).contains("--cartwright.command=verify");
  }

  /**
   * The arguments as Spring reads them.
   *
   * @throws IllegalArgumentException if they make no sense, with a sentence about it
   */
  static String[] spelled(String... args) {
    var spelled = new ArrayList<String>();
    var commands = new ArrayList<String>();
    for (int i = 0; i < args.length; i++) {
      var parts = args[i].split("=", 2);
      if (WITH_FILE.contains(parts[0])) {
        commands.add(parts[0]);
        var file = parts.length == 2 ? parts[1] : i + 1 < args.length ? args[++i] : "";
        if (file.isBlank() || file.startsWith("--")) {
          throw new IllegalArgumentException(parts[0] + " needs the name of a file.");
        }
        spelled.add("--cartwright.command=" + parts[0].substring(2));
        spelled.add("--cartwright.command-file=" + file);
      } else if (args[i].equals(OVERWRITE)) {
        spelled.add("--cartwright.command-overwrite=true");
      } else {
        spelled.add(args[i]);
      }
    }
    if (commands.size() > 1) {
      throw new IllegalArgumentException("One command at a time, please.");
    }
    if (List.of(args).contains(OVERWRITE) && !commands.contains("--restore")) {
      throw new IllegalArgumentException(OVERWRITE + " is for --restore alone.");
    }
    return spelled.toArray(String[]::new);
  }
}
