package org.cartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the tables, views and functions that a text of SQL names, and those that a class does. */
final class NamedTables {

  /** Classes that make SQL of a name that is handed to them. */
  private static final Set<String> TAKE_NAMES =
      Set.of(
          "org/cartwright/platform/paging/PageQuery",
          "org/cartwright/platform/privacy/PersonalTable",
          "org/cartwright/generator/TableCopy");

  private final Set<String> names;
  private final Pattern named;

  NamedTables(Collection<String> names) {
    this.names = Set.copyOf(names);
    var any = names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
    named =
        Pattern.compile(
            "\\b(?:from|join|into|update|table|only|copy)[\\s(]+(?:public\\.)?"
                + any
                + "\\b(?!\\()|\\b"
                + any
                + "\\(",
            Pattern.CASE_INSENSITIVE);
  }

  /** What a text names: after {@code from}, {@code join} and their like, or as a call. */
  Set<String> in(String sql) {
    return named
        .matcher(sql)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .map(String::toLowerCase)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What the texts of a compiled class name, annotations and all.
   *
   * @param published texts of other modules, which compiling puts into whoever uses them
   */
  Set<String> in(Path compiled, List<String> published) {
    var pool = parse(compiled).constantPool();
    var found = new TreeSet<String>();
    entries(pool, Utf8Entry.class)
        .map(text -> without(published, text.stringValue()))
        .forEach(text -> found.addAll(in(text)));
    boolean handsOverNames =
        entries(pool, ClassEntry.class).anyMatch(e -> TAKE_NAMES.contains(e.asInternalName()));
    entries(pool, StringEntry.class)
        .map(StringEntry::stringValue)
        .filter(text -> names.contains(text) && (handsOverNames || text.contains("_")))
        .forEach(found::add);
    return found;
  }

  private static String without(List<String> published, String text) {
    var own = text;
    for (var theirs : published) {
      own = own.replace(theirs, "");
    }
    return own;
  }

  /** The constant texts of a class that others may see. */
  static Stream<String> published(Path compiled) {
    return parse(compiled).fields().stream()
        .filter(field -> (field.flags().flagsMask() & ClassFile.ACC_PUBLIC) != 0)
        .flatMap(field -> field.findAttribute(Attributes.constantValue()).stream())
        .map(ConstantValueAttribute::constant)
        .map(constant -> constant.constantValue())
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static <T> Stream<T> entries(ConstantPool pool, Class<T> kind) {
    return StreamSupport.stream(pool.spliterator(), false).filter(kind::isInstance).map(kind::cast);
  }

  private static ClassModel parse(Path compiled) {
    try {
      return ClassFile.of().parse(Files.readAllBytes(compiled));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
