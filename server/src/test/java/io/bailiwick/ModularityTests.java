package io.bailiwick;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.bailiwick.guard.Guarded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules that keep the code as the architecture says it is. */
class ModularityTests {
    private static final Path SOURCES = Path.of("src/main/java/io/bailiwick");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/templates/"))
            .importPackages("io.bailiwick");

    @Test
    void modulesImportOnlyWhatTheyDeclare() {
        // The engine's packages are a library beneath the modules; who may use which is a rule of its own below.
        var library = JavaClass.Predicates.resideInAnyPackage(
                "io.bailiwick.model..",
                "io.bailiwick.engine..",
                "io.bailiwick.conformance..",
                "io.bailiwick.templates..");
        var modules = ApplicationModules.of(BailiwickApplication.class, library);

        assertThat(modules.stream().count()).isGreaterThan(5);
        modules.verify();
    }

    @Test
    void everyModuleDeclaresItsDependenciesAndIsNullMarked() throws IOException {
        var packages = directories();

        assertThat(packages).isNotEmpty();
        for (var module : packages) {
            var info = Files.readString(module.resolve("package-info.java")).replaceAll("\\(\\s+", "(");
            assertThat(info)
                    .as("package-info of " + module.getFileName())
                    .contains("@" + ApplicationModule.class.getSimpleName() + "(allowedDependencies = {")
                    .contains("@" + NullMarked.class.getSimpleName())
                    .startsWith("/**");
        }
    }

    @Test
    void everyHandlerDeclaresItsAreaAndAction() {
        var handlers = methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("io.bailiwick..");

        handlers.should().beAnnotatedWith(Guarded.class).check(CLASSES);
    }

    @Test
    void controllersReachNoStore() {
        noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .check(CLASSES);
    }

    @Test
    void facadesKnowNothingOfServlets() {
        noClasses()
                .that()
                .areMetaAnnotatedWith(org.springframework.stereotype.Service.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void storesAreHiddenInTheirModule() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void onlyDecisionsUsesTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("io.bailiwick..")
                .and()
                .resideOutsideOfPackages(
                        "io.bailiwick.decisions..",
                        "io.bailiwick.engine..",
                        "io.bailiwick.model..",
                        "io.bailiwick.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.bailiwick.engine..")
                .check(CLASSES);
    }

    @Test
    void noNameSaysNothing() {
        noClasses()
                .that()
                .resideInAPackage("io.bailiwick..")
                .should()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }

    @Test
    void filesStaySmall() throws IOException {
        var lengths = new java.util.ArrayList<Long>();
        for (var file : files(SOURCES, ".java")) {
            var length = Files.readAllLines(file).size();
            lengths.add((long) length);
            assertThat(length).as(file.toString()).isLessThanOrEqualTo(400);
        }
        lengths.sort(null);

        assertThat(lengths).isNotEmpty();
        assertThat(lengths.get(lengths.size() / 2)).as("median length").isLessThanOrEqualTo(80);
    }

    /** All scripts of a page share one scope: a second declaration of a name keeps its whole script from running. */
    @Test
    void scriptsDeclareEachNameOnce() throws IOException {
        var declaration = Pattern.compile("(?m)^(?:async )?(?:const|let|var|function|class) (\\w+)");
        var names = new java.util.HashMap<String, Path>();
        for (var script : files(Path.of("src/main/resources/static/assets"), ".js")) {
            declaration
                    .matcher(Files.readString(script))
                    .results()
                    .forEach(found -> assertThat(names.put(found.group(1), script))
                            .as(found.group(1) + " of " + script)
                            .isNull());
        }
        assertThat(names).isNotEmpty();
    }

    private static List<Path> directories() throws IOException {
        try (Stream<Path> entries = Files.list(SOURCES)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
