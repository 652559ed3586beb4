import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Sends claims to a service on this machine.
 *
 * <p>{@code java Load.java ways PORT PID CLAIM ROUNDS SECONDS SENDERS}: one claim at a time and batches of 1,000, to the service and to its echo, by turns;
 * says for each how many claims a second were answered, and what processor time the service took for each.
 *
 * <p>{@code java Load.java climb PORT CLAIM SECONDS SENDERS}: one claim at a time; says how many were answered in each second.
 *
 * <p>{@code java Load.java flood PORT PID CLAIM MINUTES SENDERS}: more than the service takes, by half one claim at a time and by half batches; says each minute
 * how many requests were answered with which status, and what memory the service has.
 */
final class Load {

    private static final int BATCH = 1_000;

    private static final long PAUSE_NANOS = 100_000_000;

    /** An answer that has not come by then does not come. */
    private static final int LONGEST_MILLIS = 120_000;

    private record Way(String name, String path, String type, byte[] body, int claims) {}

    private static final class Sum {
        private double seconds;
        private long claims;
        private long micros;
    }

    public static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        switch (arguments[0]) {
            case "ways" -> ways(
                    port,
                    Long.parseLong(arguments[2]),
                    claim(arguments[3]),
                    Integer.parseInt(arguments[4]),
                    Integer.parseInt(arguments[5]),
                    Integer.parseInt(arguments[6]));
            case "climb" -> climb(port, claim(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
            case "flood" -> flood(
                    port, arguments[2], claim(arguments[3]), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static byte[] claim(String file) throws IOException {
        return Files.readString(Path.of(file)).replaceAll("\\s*\\n\\s*", "").getBytes(StandardCharsets.UTF_8);
    }

    private static void climb(int port, byte[] claim, int seconds, int senders) throws Exception {
        Way way = new Way("one at a time", "/v1/evaluations", "application/json", claim, 1);
        AtomicLongArray inSecond = new AtomicLongArray(seconds);
        long began = System.nanoTime();
        send(port, way, seconds, senders, () -> {
            int second = (int) ((System.nanoTime() - began) / 1_000_000_000L);
            if (second < seconds) {
                inSecond.incrementAndGet(second);
            }
        });
        long[] last = LongStream.range(seconds * 3L / 4, seconds).map(second -> inSecond.get((int) second)).sorted().toArray();
        double speed = last[last.length / 2];
        for (int second = 0; second < seconds; second++) {
            System.out.printf(Locale.ROOT, "second %d: %d, %.0f %% of its speed%n", second + 1, inSecond.get(second), 100 * inSecond.get(second) / speed);
        }
    }

    private static void flood(int port, String pid, byte[] claim, int minutes, int senders) throws Exception {
        List<Way> ways = List.of(
                new Way("one at a time", "/v1/evaluations", "application/json", claim, 1),
                new Way("batches", "/v1/evaluations", "application/x-ndjson", batch(claim), BATCH));
        AtomicReference<SortedMap<String, Long>> told = new AtomicReference<>(new ConcurrentSkipListMap<>());
        long until = System.nanoTime() + minutes * 60_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int sender = 0; sender < senders; sender++) {
            Way way = ways.get(sender % 2);
            Thread thread = new Thread(() -> {
                while (System.nanoTime() < until) {
                    try (Socket socket = new Socket("127.0.0.1", port)) {
                        flood(socket, way, until, told);
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        told.get().merge(way.name() + ", cut off", 1L, Long::sum);
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                }
            });
            // a service that has ended ends this too
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        for (int minute = 1; minute <= minutes; minute++) {
            Thread.sleep(60_000);
            String memory = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst()
                    .orElseThrow();
            System.out.println("minute " + minute + ": " + memory + ", " + told.getAndSet(new ConcurrentSkipListMap<>()));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Until the connection ends, as it does where a batch is refused before it was read. */
    private static void flood(Socket socket, Way way, long until, AtomicReference<SortedMap<String, Long>> told)
            throws IOException, InterruptedException {
        socket.setSoTimeout(LONGEST_MILLIS);
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        OutputStream out = socket.getOutputStream();
        while (System.nanoTime() < until) {
            Thread writing = new Thread(() -> write(out, head(way), way.body(), new AtomicReference<>()));
            writing.start();
            String status = status(in);
            if (status.equals("200")) {
                rest(in);
                writing.join();
            }
            told.get().merge(way.name() + ", " + status, 1L, Long::sum);
            if (!status.equals("200")) {
                // whoever is told to come again does
                LockSupport.parkNanos(PAUSE_NANOS);
                return;
            }
        }
    }

    private static byte[] head(Way way) {
        return ("POST " + way.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + way.type() + "\r\nContent-Length: " + way.body().length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Each claim of another beneficiary, since one of the same would be judged by all those before it. */
    private static byte[] batch(byte[] claim) {
        String text = new String(claim, StandardCharsets.UTF_8);
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            batch.append(text.replaceFirst("(\"beneficiaryId\" *: *\")[^\"]*", "$1SYN" + (1_000_000 + i))).append('\n');
        }
        return batch.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void ways(int port, long pid, byte[] claim, int rounds, int seconds, int senders) throws Exception {
        byte[] batch = batch(claim);
        List<Way> ways = List.of(
                new Way("one at a time, echo", "/v1/echo", "application/json", claim, 1),
                new Way("one at a time, judged", "/v1/evaluations", "application/json", claim, 1),
                new Way("batches, echo", "/v1/echo", "application/x-ndjson", batch, BATCH),
                new Way("batches, judged", "/v1/evaluations", "application/x-ndjson", batch, BATCH));
        Sum[] sums = {new Sum(), new Sum(), new Sum(), new Sum()};
        for (int round = 0; round <= rounds; round++) {
            for (int way = 0; way < ways.size(); way++) {
                long before = micros(pid);
                long began = System.nanoTime();
                long claims = send(port, ways.get(way), seconds, senders, () -> {});
                // the first round warms up
                if (round > 0) {
                    sums[way].claims += claims;
                    sums[way].seconds += (System.nanoTime() - began) / 1e9;
                    sums[way].micros += micros(pid) - before;
                }
            }
        }
        for (int way = 0; way < ways.size(); way++) {
            Sum sum = sums[way];
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %9d claims, %8.0f a second, %7.1f us of processor time of the service each%n",
                    ways.get(way).name(),
                    sum.claims,
                    sum.claims / sum.seconds,
                    (double) sum.micros / sum.claims);
        }
    }

    /** The processor time that a process has taken. */
    private static long micros(long pid) throws IOException {
        String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat")).replaceFirst(".*\\) ", "").split(" ");
        // in hundredths of a second
        return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * 10_000;
    }

    private static long send(int port, Way way, int seconds, int senders, Runnable each) throws IOException, InterruptedException {
        AtomicLong answered = new AtomicLong();
        AtomicReference<Exception> failure = new AtomicReference<>();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int sender = 0; sender < senders; sender++) {
            Thread thread = new Thread(() -> {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    socket.setTcpNoDelay(true);
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                    OutputStream out = socket.getOutputStream();
                    byte[] head = head(way);
                    while (System.nanoTime() < until && failure.get() == null) {
                        // the answer of a batch comes while it is sent
                        Thread writing = way.claims() == 1 ? null : new Thread(() -> write(out, head, way.body(), failure));
                        if (writing == null) {
                            byte[] all = new byte[head.length + way.body().length];
                            System.arraycopy(head, 0, all, 0, head.length);
                            System.arraycopy(way.body(), 0, all, head.length, way.body().length);
                            out.write(all);
                        } else {
                            writing.start();
                        }
                        String status = status(in);
                        if (!status.equals("200")) {
                            throw new IOException(status);
                        }
                        rest(in);
                        if (writing != null) {
                            writing.join();
                        }
                        answered.addAndGet(way.claims());
                        each.run();
                    }
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failure.compareAndSet(null, e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            // the rate of those who were left is none of the service
            throw new IOException("a sender failed: " + way.name(), failure.get());
        }
        return answered.get();
    }

    private static void write(OutputStream out, byte[] head, byte[] body, AtomicReference<Exception> failure) {
        try {
            out.write(head);
            out.write(body);
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    private static String status(InputStream in) throws IOException {
        String[] words = line(in).split(" ");
        if (words.length < 2) {
            throw new IOException("no answer");
        }
        return words[1];
    }

    /** Reads an answer to its end, whichever way that is told. */
    private static void rest(InputStream in) throws IOException {
        long length = -1;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (int chunk = Integer.parseInt(line(in), 16); chunk > 0; chunk = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(chunk);
            line(in);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("ended after `" + line + "`");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
