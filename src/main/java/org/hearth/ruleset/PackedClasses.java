package org.hearth.ruleset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.hearth.data.ContentCache;
import org.hearth.data.WholeFile;

/**
 * The packed units once more as a jar, which goes first on the class path: classes that the program's own loader defines can be
 * in the archive of classes that the virtual machine shares between its runs, those of a unit's own loader cannot. Without the
 * jar a start takes longer and gives the same answers.
 */
public final class PackedClasses {

    private PackedClasses() {}

    /**
     * Writes the jar; a step of the build.
     *
     * @param arguments the folder of classes, into which the units were packed, and the jar
     */
    public static void main(String... arguments) throws IOException {
        Path compiled = Path.of(arguments[0]).resolve(ContentCache.PACKED).resolve(CompiledUnits.FOLDER);
        List<Path> units;
        try (Stream<Path> list = Files.list(compiled)) {
            units = list.sorted().toList();
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(written)) {
            for (Path file : units) {
                CompiledUnit unit = CompiledUnit.read(Files.readAllBytes(file));
                // found before that of the same name in the program
                CompiledUnit.entry(
                        jar,
                        ContentCache.PACKED + CompiledUnits.FOLDER + "/" + file.getFileName(),
                        unit.withoutClasses().write());
                for (Map.Entry<String, byte[]> entry : unit.classes().entrySet()) {
                    CompiledUnit.entry(jar, entry.getKey(), entry.getValue());
                }
            }
        }
        // a program that runs meanwhile goes on with the jar that it has opened
        WholeFile.write(Path.of(arguments[1]), written.toByteArray());
    }
}
