package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;

/**
 * Each table has one owning module, and no other one's SQL names it: not in Java, annotations and
 * queries included, and not in the views, functions and triggers of the migrated database.
 */
@CartwrightTest
class TableOwnershipTests {

  private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.shared().owner());

  /** The generator fills the tables of everybody: it is a command, for measuring. */
  private static final String FILLS_ALL = "generator";

  private static final String FUNCTIONS =
      """
      select proname as name, pg_get_functiondef(oid) as text from pg_proc p
       where pronamespace = 'public'::regnamespace and prokind = 'f'
         and not exists (select from pg_depend d
                          where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
      """;

  private static final String VIEWS =
      """
      select relname as name, pg_get_viewdef(oid) as text from pg_class c
       where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
         and not exists (select from pg_depend d
                          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      """;

  private static final String TABLES_THERE =
      """
      select relname as name, '' as text from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      """;

  private static final String TRIGGERS =
      """
      select tgrelid::regclass::text as name, tgfoid::regproc::text || '()' as text from pg_trigger
       where not tgisinternal
      """;

  private static final String FOREIGN_KEYS =
      """
      select conrelid::regclass::text as name, confrelid::regclass::text as text from pg_constraint
       where contype = 'f' and connamespace = 'public'::regnamespace
      """;

  private static final Map<String, String> OWNERS = OwnedTables.owners();
  private static final List<Class<?>> ENTITIES =
      CompiledHouse.classes()
          .map(CompiledHouse::load)
          .filter(TableOwnershipTests::isEntity)
          .toList();

  /** Whose a table is, or the entity by whose name queries of JPA speak of one; in lower case. */
  private static final Map<String, String> SPOKEN_OF = new TreeMap<>(OWNERS);

  static {
    ENTITIES.forEach(e -> SPOKEN_OF.put(lower(e.getSimpleName()), CompiledHouse.module(e)));
  }

  private static final NamedTables TABLES = new NamedTables(SPOKEN_OF.keySet());

  /** Something in the database, and its text or what it leads to. */
  private record Named(String name, String text) {}

  @Test
  void everyTableViewAndFunctionHasOneOwner() {
    assertThat(
            Stream.of(TABLES_THERE, VIEWS, FUNCTIONS)
                .flatMap(sql -> read(sql).stream().map(Named::name)))
        .as("what is in the database, and whose it is as OwnedTables says")
        .containsExactlyInAnyOrderElementsOf(OWNERS.keySet());
  }

  @Test
  void anEntityIsStoredInATableOfItsModule() {
    assertThat(ENTITIES).hasSizeGreaterThan(15);
    assertThat(ENTITIES)
        .allSatisfy(e -> assertThat(OWNERS).containsEntry(table(e), CompiledHouse.module(e)));
  }

  @Test
  void nobodyNamesTheTableOfAnother() {
    var crossings = new TreeSet<String>();
    addOfJava(crossings);
    for (var sql : List.of(VIEWS, FUNCTIONS, TRIGGERS)) {
      for (var object : read(sql)) {
        var module = Objects.requireNonNull(OWNERS.get(object.name()), object.name());
        addAll(crossings, module, object.name(), TABLES.in(object.text()));
      }
    }

    assertThat(crossings)
        .as("who names another module's table, view or function; the reasons stand in OwnedTables")
        .isEqualTo(new TreeSet<>(OwnedTables.CROSSINGS.keySet()));
  }

  @Test
  void aForeignKeyLeadsWhereItsModuleMayLook() {
    var keys = read(FOREIGN_KEYS);

    assertThat(keys).hasSizeGreaterThan(20);
    assertThat(keys.stream().filter(key -> !leadsWhereItMay(key)).map(TableOwnershipTests::arrow))
        .as("foreign keys to where the module may not look; the reasons stand in OwnedTables")
        .containsExactlyInAnyOrderElementsOf(OwnedTables.KEYS.keySet());
  }

  private static boolean leadsWhereItMay(Named key) {
    var from = Objects.requireNonNull(OWNERS.get(key.name()), key.name());
    var to = Objects.requireNonNull(OWNERS.get(key.text()), key.text());
    return from.equals(to) || mayUse(from).contains(to);
  }

  private static String arrow(Named key) {
    return key.name() + " -> " + key.text();
  }

  private static void addOfJava(Set<String> crossings) {
    var compiled = CompiledHouse.classes().toList();
    assertThat(compiled).hasSizeGreaterThan(400);
    var published = new HashMap<String, List<String>>();
    for (var file : compiled) {
      var module = CompiledHouse.module(file);
      if (!module.equals(FILLS_ALL)) {
        var ofOthers =
            published.computeIfAbsent(
                module,
                one -> CompiledHouse.rowsOfOthers(one).flatMap(NamedTables::published).toList());
        addAll(crossings, module, CompiledHouse.simpleName(file), TABLES.in(file, ofOthers));
      }
    }
  }

  private static void addAll(Set<String> crossings, String module, String who, Set<String> named) {
    for (var name : named) {
      var owner = Objects.requireNonNull(SPOKEN_OF.get(name));
      if (!module.equals(owner) && !OwnedTables.EVERYBODYS.contains(name)) {
        var all = module + " -> " + name;
        crossings.add(OwnedTables.CROSSINGS.containsKey(all) ? all : who + " -> " + name);
      }
    }
  }

  private static boolean isEntity(Class<?> type) {
    return type.isAnnotationPresent(Entity.class);
  }

  private static String table(Class<?> entity) {
    var table = entity.getAnnotation(Table.class);
    return table == null
        ? lower(entity.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
        : table.name();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<String> mayUse(String module) {
    return Stream.of(
            CompiledHouse.load("org.cartwright." + module + ".package-info")
                .getAnnotation(ApplicationModule.class)
                .allowedDependencies())
        .map(used -> used.replaceFirst(" :: .*", ""))
        .toList();
  }

  private static List<Named> read(String sql) {
    return OWNER
        .sql(sql)
        .query((row, n) -> new Named(row.getString("name"), row.getString("text")))
        .list();
  }
}
