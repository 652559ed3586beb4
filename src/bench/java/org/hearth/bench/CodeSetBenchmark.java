package org.hearth.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.hearth.codes.CodeSet;
import org.hearth.tables.codeset.CodeSetFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A code set as large as ICD-10-CM, of codes made up: one look-up beside one in a hash set of texts and one in a hundred
 * codes, and reading the file at a start beside unpacking it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class CodeSetBenchmark {

    private static final int CODES = 75_000;
    private static final int ASKED = 1_000;
    private static final String FILE = "codes/sets/icd10-2025-10-01.txt.gz";

    private CodeSet large;
    private CodeSet small;
    private Set<String> texts;
    private List<String> asked;
    private byte[] file;

    @Setup
    public void codes() {
        Random random = new Random(11);
        Set<String> codes = new TreeSet<>();
        while (codes.size() < CODES) {
            StringBuilder code = new StringBuilder().append((char) ('A' + random.nextInt(26)));
            for (int digits = 2 + random.nextInt(5); digits > 0; digits--) {
                code.append((char) ('0' + random.nextInt(10)));
            }
            codes.add(code.toString());
        }
        List<String> all = new ArrayList<>(codes);
        large = new CodeSet(CodeSet.Kind.ICD10, 20251001, "made up", "0", all);
        small = new CodeSet(CodeSet.Kind.ICD10, 20251001, "made up", "0", all.subList(0, 100));
        texts = new HashSet<>(all);
        asked = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            String code = all.get(random.nextInt(CODES));
            asked.add(i % 2 == 0 ? code : code.substring(0, code.length() - 1) + "X");
        }
        file = CodeSetFile.write(large);
    }

    @Benchmark
    @OperationsPerInvocation(ASKED)
    public void lookUpInAll(Blackhole hole) {
        for (String code : asked) {
            hole.consume(large.has(code));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ASKED)
    public void lookUpInAHundred(Blackhole hole) {
        for (String code : asked) {
            hole.consume(small.has(code));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ASKED)
    public void lookUpInAHashSet(Blackhole hole) {
        for (String code : asked) {
            hole.consume(texts.contains(code));
        }
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public CodeSet readTheFile() {
        return CodeSetFile.read(FILE, file);
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public byte[] unpackTheFile() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
    }
}
