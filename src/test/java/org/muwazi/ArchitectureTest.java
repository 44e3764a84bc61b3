package org.muwazi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house: which stage may know which, and where each library lives. */
@AnalyzeClasses(packages = "org.muwazi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule STAGES_KNOW_ONLY_WHAT_COMES_BEFORE =
            layeredArchitecture()
                    .consideringOnlyDependenciesInAnyPackage("org.muwazi..")
                    .withOptionalLayers(true)
                    .layer("text")
                    .definedBy("org.muwazi.text..")
                    .layer("work")
                    .definedBy("org.muwazi.work..")
                    .layer("json")
                    .definedBy("org.muwazi.json..")
                    .layer("read")
                    .definedBy("org.muwazi.read..")
                    .layer("segment")
                    .definedBy("org.muwazi.segment..")
                    .layer("embed")
                    .definedBy("org.muwazi.embed")
                    .layer("onnx")
                    .definedBy("org.muwazi.embed.onnx..")
                    .layer("align")
                    .definedBy("org.muwazi.align..")
                    .layer("pair")
                    .definedBy("org.muwazi.pair..")
                    .layer("score")
                    .definedBy("org.muwazi.score..")
                    .layer("mine")
                    .definedBy("org.muwazi.mine..")
                    .layer("damage")
                    .definedBy("org.muwazi.damage..")
                    .layer("audit")
                    .definedBy("org.muwazi.audit..")
                    .layer("metric")
                    .definedBy("org.muwazi.metric..")
                    .layer("write")
                    .definedBy("org.muwazi.write..")
                    .layer("pipeline")
                    .definedBy("org.muwazi.pipeline..")
                    .layer("cli")
                    .definedBy("org.muwazi.cli..")
                    .layer("eval")
                    .definedBy("org.muwazi.eval..")
                    .whereLayer("text")
                    .mayNotAccessAnyLayer()
                    .whereLayer("work")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("json")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("read")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("segment")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("embed")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("onnx")
                    .mayOnlyAccessLayers("text", "embed", "json", "work")
                    .whereLayer("align")
                    .mayOnlyAccessLayers("text", "embed")
                    .whereLayer("pair")
                    .mayOnlyAccessLayers("text", "embed", "align")
                    .whereLayer("score")
                    .mayOnlyAccessLayers("text", "embed", "work")
                    .whereLayer("mine")
                    .mayOnlyAccessLayers("text", "embed", "work")
                    .whereLayer("damage")
                    .mayOnlyAccessLayers("text", "score")
                    .whereLayer("damage")
                    .mayOnlyBeAccessedByLayers("audit", "write", "cli", "eval")
                    .whereLayer("audit")
                    .mayOnlyAccessLayers("text", "score", "damage")
                    .whereLayer("metric")
                    .mayOnlyAccessLayers("text")
                    .whereLayer("write")
                    .mayOnlyAccessLayers(
                            "text", "align", "pair", "score", "damage", "audit", "metric", "json")
                    .whereLayer("pipeline")
                    .mayOnlyAccessLayers(
                            "text", "json", "read", "segment", "embed", "align", "pair", "score",
                            "metric", "write")
                    .whereLayer("cli")
                    .mayOnlyBeAccessedByLayers("eval")
                    .whereLayer("onnx")
                    .mayOnlyBeAccessedByLayers("cli", "eval");

    @ArchTest
    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("org.muwazi.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_NOUNS_KNOW_ONLY_THE_JDK =
            classes()
                    .that()
                    .resideInAPackage("org.muwazi.text..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.muwazi.text..");

    @ArchTest
    static final ArchRule JACKSON_LIVES_IN_JSON =
            livesIn("org.muwazi.json", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule HTML_PARSERS_LIVE_IN_READ =
            livesIn("org.muwazi.read", "org.jsoup..", "net.dankito..");

    @ArchTest
    static final ArchRule INFERENCE_LIVES_IN_EMBED_ONNX =
            livesIn("org.muwazi.embed.onnx", "ai.djl..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule XML_WRITING_AND_TEMPLATES_LIVE_IN_WRITE =
            livesIn("org.muwazi.write..", "com.ctc.wstx..", "javax.xml.stream..", "gg.jte..");

    @ArchTest
    static final ArchRule COMMAND_LINE_PARSING_LIVES_IN_CLI =
            livesIn("org.muwazi.cli", "picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_USE_THE_CONSOLE =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                    .allowEmptyShould(true)
                    .as("only cli and eval write to the console")
                    .because("results of a library call are return values");

    @ArchTest static final ArchRule NO_BARE_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest static final ArchRule NO_LOGGING_FRAMEWORK = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule NO_SOCKETS =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net.http..", "javax.net..")
                    .orShould()
                    .dependOnClassesThat(
                            new DescribedPredicate<JavaClass>("open sockets or URLs") {
                                @Override
                                public boolean test(JavaClass type) {
                                    String name = type.getName();
                                    return name.equals("java.net.Socket")
                                            || name.equals("java.net.ServerSocket")
                                            || name.equals("java.net.URL")
                                            || name.equals("java.net.URLConnection");
                                }
                            });

    @ArchTest
    static final ArchRule ICU_LIVES_WHERE_CHARACTERS_SENTENCES_AND_PLURALS_ARE_KNOWN =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.muwazi.read", "org.muwazi.segment", "org.muwazi.score")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.ibm.icu..");

    private static ArchRule livesIn(String home, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .as(String.join(", ", library) + " only in " + home);
    }
}
