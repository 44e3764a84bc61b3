package org.muwazi.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muwazi.text.Language;
import org.muwazi.text.MalformedInputException;

/**
 * The files of a gold document pair: {@code NAME.src}, {@code NAME.tgt} and {@code NAME.gold}.
 *
 * @param tier kind of material
 * @param pair languages in ISO 639-3, such as ara-eng
 * @param document name within tier and pair
 * @param source the first of the files
 */
record GoldFiles(String tier, String pair, String document, Path source) {

    /**
     * The pairs of a folder: what {@code manifest.tsv} lists (tier, pair, document, source file,
     * target file, gold file), or where there is none each {@code NAME.src} in a folder named after
     * the language pair, by path.
     */
    static List<GoldFiles> below(Path folder) throws IOException {
        List<GoldFiles> files = new ArrayList<>();
        Path manifest = folder.resolve("manifest.tsv");
        if (Files.exists(manifest)) {
            for (String line : Files.readAllLines(manifest)) {
                String[] field = line.split("\t", -1);
                files.add(new GoldFiles(field[0], field[1], field[2], folder.resolve(field[3])));
            }
            return files;
        }
        List<Path> sources;
        try (Stream<Path> walk = Files.walk(folder)) {
            sources = walk.filter(path -> path.toString().endsWith(".src")).sorted().toList();
        }
        for (Path source : sources) {
            String name = source.getFileName().toString();
            files.add(
                    new GoldFiles(
                            folder.getFileName() + " people",
                            source.getParent().getFileName().toString(),
                            name.substring(0, name.length() - 4),
                            source));
        }
        return files;
    }

    /** The file of the same name with another ending, such as {@code .tgt}. */
    Path beside(String ending) {
        String name = source.getFileName().toString();
        return source.resolveSibling(name.substring(0, name.length() - 4) + ending);
    }

    Language sourceLanguage() {
        return language(0);
    }

    Language targetLanguage() {
        return language(1);
    }

    private Language language(int side) {
        String[] codes = pair.split("-", -1);
        if (codes.length != 2) {
            throw new MalformedInputException(
                    source.toString(), "lies in no folder named after two languages (ara-eng)");
        }
        return Language.of(codes[side])
                .orElseThrow(
                        () ->
                                new MalformedInputException(
                                        source.toString(), "unknown language " + codes[side]));
    }
}
