package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hearth.data.ContentCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedClassesTest {

    @TempDir
    private Path folder;

    private Path write(String name) throws IOException, URISyntaxException {
        URI version = PackedClasses.class
                .getClassLoader()
                .getResource(ContentCache.PACKED + "version")
                .toURI();
        Path jar = folder.resolve(name);
        PackedClasses.main(Path.of(version.resolve("../..")).toString(), jar.toString());
        return jar;
    }

    @Test
    void theJarHasEveryUnitAndTheClassesThatItsOwnLoaderNeedNotDefine() throws Exception {
        List<String> missing = new ArrayList<>();
        try (URLClassLoader program = new URLClassLoader(
                new URL[] {write("rules.jar").toUri().toURL()}, getClass().getClassLoader())) {
            for (String key : PackedRules.units()) {
                String name = ContentCache.PACKED + CompiledUnits.file(key);
                CompiledUnit packed = CompiledUnit.read(PackedClasses.class
                        .getClassLoader()
                        .getResourceAsStream(name)
                        .readAllBytes());
                CompiledUnit inJar = CompiledUnit.read(
                        program.findResource(name).openStream().readAllBytes());
                assertThat(inJar.models()).isEqualTo(packed.models()).isNotEmpty();
                assertThat(inJar.classes()).isEmpty();
                packed.classes().keySet().stream()
                        .filter(file -> program.findResource(file) == null)
                        .forEach(missing::add);
                assertThat(inJar.load(program).models()).hasSameSizeAs(packed.models());
            }
        }
        assertThat(PackedRules.units()).hasSizeGreaterThan(40);
        assertThat(missing).isEmpty();
    }

    @Test
    void whoHasTheJarOpenGoesOnWithIt() throws Exception {
        Path before = Files.writeString(folder.resolve("open.jar"), "as it was");
        Path opened = Files.createLink(folder.resolve("opened.jar"), before);

        assertThat(write("open.jar")).isNotEmptyFile();
        assertThat(before).binaryContent().startsWith('P', 'K');
        assertThat(opened).hasContent("as it was");
    }

    @Test
    void theSameUnitsGiveTheSameBytes() throws Exception {
        assertThat(Files.mismatch(write("one.jar"), write("other.jar"))).isEqualTo(-1);
    }
}
