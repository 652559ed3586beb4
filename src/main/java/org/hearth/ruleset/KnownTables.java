package org.hearth.ruleset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.hearth.codes.CodeRow;
import org.hearth.codes.CodeSet;
import org.hearth.data.Digest;
import org.hearth.ruleset.CodeRowBinder.Bound;
import org.hearth.tables.analysis.RowAnalysis;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.PartialTableException;
import org.hearth.tables.content.Table;
import org.hearth.tables.difference.TechnicalLayout;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.tables.workbook.Workbook;

/**
 * What single workbooks say, remembered by their content, so that whoever changes one need not read the others again. Bounded:
 * beyond, what was not asked for longest is forgotten. Safe for use by any number of threads.
 */
public final class KnownTables {

    /** Several times what a ruleset has. */
    private static final int MOST = 300;

    /** Of packed workbooks; their tables take some twenty times as much. */
    private static final long MOST_BYTES = 8L << 20;

    private static final int MOST_SETS = 6;

    private static final int DIGITS = 32;

    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true);

    /** Hashes of arrays that are still held by somebody: those of a ruleset are asked for again and again. */
    private final Map<byte[], String> hashes = new WeakHashMap<>();

    /** Each takes some megabytes, which it shares with the rulesets that have it. */
    private final Map<String, CodeSet> sets = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CodeSet> eldest) {
            return size() > MOST_SETS;
        }
    };

    private long bytes;
    private RulesetFiles asked;
    private RuleFindings findings;

    /** A memory of nothing. */
    public KnownTables() {}

    /** A workbook that has been read. */
    public static final class Known {

        private final int size;
        private final Workbook workbook;
        private final Table table;
        private final InvalidTablesException refused;
        private RowAnalysis analysis;
        private Known compared;
        private List<TableProblem> layout;
        private List<CodeList> leanedOn;
        private CodeReferences references;
        private Class<?> boundAs;
        private Bound<?> bound;

        private Known(int size, Workbook workbook, Table table, InvalidTablesException refused) {
            this.size = size;
            this.workbook = workbook;
            this.table = table;
            this.refused = refused;
        }

        /** Its cells; empty if the bytes are no workbook. */
        public Optional<Workbook> cells() {
            return Optional.ofNullable(workbook);
        }

        /**
         * Its table.
         *
         * @throws InvalidTablesException with everything that is wrong with it
         */
        Table sound() {
            if (refused != null) {
                throw refused;
            }
            return table;
        }

        /** Its table, without the values that are wrong; empty if there is none to be seen. */
        public Optional<Table> table() {
            return refused instanceof PartialTableException some
                    ? Optional.of(some.partial())
                    : Optional.ofNullable(table);
        }

        /** What is wrong with its cells. */
        public List<TableProblem> problems() {
            return refused == null ? List.of() : refused.problems();
        }

        /** What its rows say together; only of a sound one. */
        synchronized RowAnalysis analysis() {
            if (analysis == null) {
                analysis = RowAnalysis.of(table);
            }
            return analysis;
        }

        /** Its rows as records; only of a sound code list. */
        @SuppressWarnings("unchecked")
        synchronized <R extends Record & CodeRow> Bound<R> bound(Class<R> type) {
            if (bound == null || boundAs != type) {
                bound = CodeRowBinder.bind((CodeList) table, type);
                boundAs = type;
            }
            return (Bound<R>) bound;
        }

        /**
         * What there is to say of its codes; there must be a table.
         *
         * @param lists the code lists, by name
         */
        synchronized CodeReferences references(Map<String, CodeList> lists) {
            Table asked = table().orElseThrow();
            List<CodeList> now = CodeReferences.leanedOn(asked, lists);
            if (references == null || !same(now, leanedOn)) {
                references = CodeReferences.of(asked, lists);
                leanedOn = now;
            }
            return references;
        }

        /** Whether these are the very same lists: to compare their rows would take longer than to ask them. */
        private static boolean same(List<CodeList> some, List<CodeList> others) {
            for (int at = 0; at < some.size(); at++) {
                if (some.get(at) != others.get(at)) {
                    return false;
                }
            }
            return true;
        }

        /** Where its shape differs from another's; nothing where a table cannot be seen. */
        public synchronized List<TableProblem> layoutUnlike(Known other) {
            if (compared != other) {
                compared = other;
                layout = table().isPresent() && other.table().isPresent()
                        ? TechnicalLayout.differences(
                                table().get(), other.table().get())
                        : List.of();
            }
            return layout;
        }
    }

    /**
     * Reads a workbook, or remembers what was read of the same bytes.
     *
     * @param file its path relative to the folder of workbooks
     */
    public Known read(String file, byte[] workbook) {
        String key = key(file, workbook);
        return find(key).orElseGet(() -> {
            try {
                return keep(key, read(workbook.length, Workbook.read(file, workbook)));
            } catch (InvalidTablesException e) {
                return keep(key, new Known(workbook.length, null, null, e));
            }
        });
    }

    /**
     * Learns what is in bytes whose cells are known already.
     *
     * @param cells as they would be read of the bytes
     */
    public Known learn(byte[] workbook, Workbook cells) {
        return keep(key(cells.file(), workbook), read(workbook.length, cells));
    }

    /** Forgets a workbook that nobody will ask for again. */
    public synchronized void forget(String file, byte[] workbook) {
        Known before = known.remove(key(file, workbook));
        bytes -= before == null ? 0 : before.size;
    }

    private static Known read(int size, Workbook cells) {
        try {
            Table table = cells.file().endsWith(RulesetFiles.DECISION_TABLE)
                    ? DecisionTable.read(cells)
                    : CodeList.read(cells);
            return new Known(size, cells, table, null);
        } catch (InvalidTablesException e) {
            return new Known(size, cells, null, e);
        }
    }

    /**
     * Reads a code set, or remembers what was read of the same bytes.
     *
     * @param file its path relative to the folder of workbooks
     * @throws InvalidTablesException if it is none
     */
    CodeSet codeSet(String file, byte[] content) {
        String key = key(file, content);
        CodeSet before;
        synchronized (this) {
            before = sets.get(key);
        }
        CodeSet set = before == null ? CodeSetFile.read(file, content) : before;
        synchronized (this) {
            sets.put(key, set);
        }
        return set;
    }

    /** What the rules and pages of a ruleset speak of; those of the last are remembered. */
    synchronized RuleFindings findings(RulesetFiles files) {
        if (asked == null || !files.sameRules(asked) || !files.ending(".md").equals(asked.ending(".md"))) {
            findings = RuleFindings.of(files);
            asked = files;
        }
        return findings;
    }

    private synchronized String key(String file, byte[] workbook) {
        // an array is equal to itself alone, and none of these is ever written to
        return file + ":"
                + hashes.computeIfAbsent(
                        workbook, bytes -> new Digest().add(bytes).hex(DIGITS));
    }

    private synchronized Optional<Known> find(String key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized Known keep(String key, Known read) {
        Known before = known.put(key, read);
        bytes += read.size - (before == null ? 0 : before.size);
        while (known.size() > 1 && (known.size() > MOST || bytes > MOST_BYTES)) {
            String eldest = known.keySet().iterator().next();
            bytes -= known.remove(eldest).size;
        }
        return read;
    }
}
