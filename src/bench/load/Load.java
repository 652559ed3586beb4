import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * java Load.java PORT PID CLAIM ROUNDS SECONDS SENDERS: sends one claim at a time and batches of 1,000 to a service and to its echo, by turns, and says
 * for each how many claims a second were answered, and what processor time the service took for each.
 */
final class Load {

    private static final int BATCH = 1_000;

    private record Way(String name, String path, String type, byte[] body, int claims) {}

    private static final class Sum {
        private double seconds;
        private long claims;
        private long micros;
    }

    public static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        long pid = Long.parseLong(arguments[1]);
        byte[] claim = Files.readString(Path.of(arguments[2])).replaceAll("\\s*\\n\\s*", "").getBytes(StandardCharsets.UTF_8);
        int rounds = Integer.parseInt(arguments[3]);
        int seconds = Integer.parseInt(arguments[4]);
        int senders = Integer.parseInt(arguments[5]);
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        for (int i = 0; i < BATCH; i++) {
            batch.writeBytes(claim);
            batch.write('\n');
        }
        List<Way> ways = List.of(
                new Way("one at a time, echo", "/v1/echo", "application/json", claim, 1),
                new Way("one at a time, judged", "/v1/evaluations", "application/json", claim, 1),
                new Way("batches, echo", "/v1/echo", "application/x-ndjson", batch.toByteArray(), BATCH),
                new Way("batches, judged", "/v1/evaluations", "application/x-ndjson", batch.toByteArray(), BATCH));
        Sum[] sums = {new Sum(), new Sum(), new Sum(), new Sum()};
        for (int round = 0; round <= rounds; round++) {
            for (int way = 0; way < ways.size(); way++) {
                long before = micros(pid);
                long began = System.nanoTime();
                long claims = send(port, ways.get(way), seconds, senders);
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

    private static long send(int port, Way way, int seconds, int senders) throws IOException, InterruptedException {
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
                    byte[] head = ("POST " + way.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + way.type()
                                    + "\r\nContent-Length: " + way.body().length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
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
                        answer(in);
                        if (writing != null) {
                            writing.join();
                        }
                        answered.addAndGet(way.claims());
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

    /** Reads an answer to its end, whichever way that is told. */
    private static void answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
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
