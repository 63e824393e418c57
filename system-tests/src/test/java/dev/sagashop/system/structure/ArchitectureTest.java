package dev.sagashop.system.structure;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The structure that the compiler cannot keep. */
class ArchitectureTest {

  private static final JavaClasses CLASSES = importAll();
  private static final List<String> SERVICES =
      List.of("order", "inventory", "payment", "catalog", "identity", "gateway");

  private static JavaClasses importAll() {
    try {
      return new ClassFileImporter().importPaths(WorkingCopy.compiledClasses());
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot read the compiled classes below " + WorkingCopy.ROOT, e);
    }
  }

  @Test
  void seesAllModules() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("dev.sagashop."))
            .map(name -> name.split("\\.", -1)[2])
            .collect(Collectors.toSet());
    assertThat(packages).containsAll(SERVICES);
    assertThat(packages)
        .contains("activities", "workflows", "platform", "launcher", "provider", "audit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "inventory", "payment", "catalog", "identity", "gateway"})
  void servicesDoNotKnowEachOther(String service) {
    String[] others =
        SERVICES.stream()
            .filter(other -> !other.equals(service))
            .map(other -> "dev.sagashop." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("dev.sagashop." + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("services share the vocabulary and the platform, never code of each other")
        .check(CLASSES);
  }

  @Test
  void platformKnowsNoDomain() {
    noClasses()
        .that()
        .resideInAPackage("dev.sagashop.platform..")
        .should()
        .dependOnClassesThat(
            describe(
                "belong to the domain",
                type ->
                    type.getPackageName().startsWith("dev.sagashop.")
                        && !type.getPackageName().startsWith("dev.sagashop.platform")))
        .because("a technical starter without a domain word can be used by any service")
        .check(CLASSES);
  }

  @Test
  void theAuditorIsAWitness() {
    noClasses()
        .that()
        .resideInAPackage("dev.sagashop.audit..")
        .should()
        .dependOnClassesThat(
            describe(
                "belong to what it judges",
                type ->
                    type.getPackageName().startsWith("dev.sagashop.")
                        && !type.getPackageName().startsWith("dev.sagashop.audit")))
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .because("with code of those it judges it would repeat their mistakes")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sagashop.audit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sagashop.audit..")
        .because("nobody who is judged uses the judge")
        .check(CLASSES);
  }

  @Test
  void vocabularyIsPlainJava() {
    classes()
        .that()
        .resideInAPackage("dev.sagashop.activities..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sagashop.activities..",
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.math..",
            "io.temporal.activity..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify.annotations..")
        .because("a type that crosses a saga step must mean the same in every service")
        .check(CLASSES);
  }

  @Test
  void workflowsSeeOnlyTheVocabularyAndTemporal() {
    classes()
        .that()
        .resideInAPackage("dev.sagashop.workflows..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sagashop.workflows..",
            "dev.sagashop.activities..",
            "java.lang..",
            "java.util..",
            "java.time..",
            "io.temporal..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify.annotations..")
        .because("a workflow that touches a database or the network cannot be replayed")
        .check(CLASSES);
  }

  @Test
  void workflowsHaveNoClockNoRandomNoThreadNoInputOrOutput() {
    noClasses()
        .that()
        .resideInAPackage("dev.sagashop.workflows..")
        .should(
            callMethodWhere(describe("a replay would answer differently", this::isUnrepeatable)))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.concurrent..")
        .because(
            "a replayed workflow must take the same way: ask Workflow for time, random and sleep")
        .check(CLASSES);
  }

  private boolean isUnrepeatable(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String method = call.getTarget().getName();
    return switch (owner) {
      case "java.lang.System" ->
          !method.equals("identityHashCode") && !method.equals("lineSeparator");
      case "java.lang.Thread", "java.lang.Math$RandomNumberGeneratorHolder", "java.util.Random" ->
          true;
      case "java.lang.Math" -> method.equals("random");
      case "java.util.UUID" -> method.equals("randomUUID");
      default -> owner.startsWith("java.time.") && method.equals("now");
    };
  }

  @Test
  void theProviderHasNothingOfOursAndNobodyHasAnythingOfIt() {
    classes()
        .that()
        .resideInAPackage("dev.sagashop.provider..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.sagashop.provider..",
            "java..",
            "com.sun.net.httpserver..",
            "tools.jackson..",
            "org.jspecify.annotations..")
        .because("it plays another company, whose journal testifies against ours")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.sagashop.provider..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sagashop.provider..")
        .because("another company is spoken to over HTTP")
        .check(CLASSES);
  }

  @Test
  void onlyWorkflowsImplementWorkflows() {
    classes()
        .that()
        .areAnnotatedWith("io.temporal.workflow.WorkflowInterface")
        .or()
        .implement(
            describe(
                "are workflows",
                type -> type.isAnnotatedWith("io.temporal.workflow.WorkflowInterface")))
        .should()
        .resideInAnyPackage("dev.sagashop.workflows..", "dev.sagashop.bench.floor..")
        .because("the story of a saga is read in one place; the one of the benchmark tells none")
        .check(CLASSES);
  }

  @Test
  void noFieldInjection() {
    GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    DescribedPredicate<JavaClass> unmarked =
        describe(
            "are in a package without @NullMarked",
            type -> !type.getPackage().isAnnotatedWith(NullMarked.class));
    noClasses()
        .that()
        .resideInAPackage("dev.sagashop..")
        .should(ArchCondition.from(unmarked))
        .because("a type without a mark says nothing about null")
        .check(CLASSES);
  }
}
