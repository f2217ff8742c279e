package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What tests send is built by {@code testing.bodies} or stands there as it is; none is glued. */
class BuiltBodiesTests {

  /** Where it is the text itself that is tested. */
  private static final Set<String> SPELLED_OUT = Set.of("RequestBodyArgumentResolverTests.java");

  @Test
  void noBodyIsGluedTogetherFromStrings() throws IOException {
    try (var paths = Files.walk(Path.of("src/test/java"))) {
      var sources =
          paths
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !SPELLED_OUT.contains(path.getFileName().toString()))
              .toList();
      assertThat(sources).hasSizeGreaterThan(100);

      assertThat(glued(sources)).isEmpty();
    }
  }

  private static List<String> glued(List<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
      var positions = Trees.instance(task).getSourcePositions();
      var found = new ArrayList<String>();
      for (var unit : task.parse()) {
        new GluedBodies(unit, positions, found).scan(unit, null);
      }
      return found;
    }
  }

  /** Finds strings with a member of a JSON object to which others are added or filled in. */
  private static final class GluedBodies extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final Pattern MEMBER = Pattern.compile("(?s)\\s*[{\\[,\"].*\"\\s*:.*");
    private static final Pattern GAP = Pattern.compile("%(\\d\\$)?[sd]");
    private static final Set<String> FILLING = Set.of("formatted", "replace", "concat");

    /** What is compared with an answer is not sent. */
    private static final Pattern COMPARING =
        Pattern.compile("is(Not)?(EqualTo|In)|(contains|doesNotContain|startsWith|endsWith).*");

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> found;

    GluedBodies(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
      return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
      if (call.getMethodSelect() instanceof IdentifierTree plain
          && plain.getName().contentEquals("assertThat")
          && call.getArguments().getFirst() instanceof BinaryTree) {
        return null;
      }
      if (call.getMethodSelect() instanceof MemberSelectTree select) {
        var name = select.getIdentifier().toString();
        if (COMPARING.matcher(name).matches()) {
          return scan(select.getExpression(), null);
        }
        if (FILLING.contains(name) && hasMember(select.getExpression())) {
          return found(call);
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void nothing) {
      return hasMember(sum) && !isConstant(sum) ? found(sum) : super.visitBinary(sum, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
      return hasMember(literal) && GAP.matcher(literal.getValue().toString()).find()
          ? found(literal)
          : null;
    }

    private @Nullable Void found(Tree tree) {
      var line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
      found.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line);
      return null;
    }

    private static boolean hasMember(ExpressionTree text) {
      if (text instanceof ParenthesizedTree inner) {
        return hasMember(inner.getExpression());
      }
      if (text instanceof BinaryTree sum) {
        return sum.getKind() == Tree.Kind.PLUS
            && (hasMember(sum.getLeftOperand()) || hasMember(sum.getRightOperand()));
      }
      return text instanceof LiteralTree literal
          && literal.getValue() instanceof String said
          && MEMBER.matcher(said).matches();
    }

    /** A long string on several lines. */
    private static boolean isConstant(ExpressionTree text) {
      return text instanceof BinaryTree sum
          ? isConstant(sum.getLeftOperand()) && isConstant(sum.getRightOperand())
          : text instanceof LiteralTree;
    }
  }
}
