package org.hearth.web.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearth.web.request.Answers;
import org.hearth.web.request.ErrorMapper;
import org.hearth.web.request.RequestBody;
import org.hearth.web.request.UnreadException;
import org.junit.jupiter.api.Test;

/** A place is free again in every way in which a request can come to its end. */
class PlacesTest {

    /** An answer that has ended, or lost its connection, when a test says so. */
    private static final class Answer {
        private boolean ended;
        private boolean closed;

        private HttpServerResponse response() {
            return (HttpServerResponse) Proxy.newProxyInstance(
                    Answer.class.getClassLoader(),
                    new Class<?>[] {HttpServerResponse.class},
                    (proxy, method, arguments) -> method.getName().equals("ended") ? ended : closed);
        }
    }

    private final Places places = new Places(2, 100);
    private final Answer first = new Answer();
    private final Answer second = new Answer();
    private final Places.Place ofFirst = places.take(first.response());

    @Test
    void thereAreSoManyAndNoMore() {
        assertThat(places.take(second.response())).isNotNull();
        assertThat(places.take(new Answer().response())).isNull();
        assertThat(places.taken()).isEqualTo(2);
    }

    @Test
    void oneIsFreeOnceItsAnswerHasEnded() {
        places.take(second.response());
        first.ended = true;

        assertThat(places.take(new Answer().response())).isNotNull();
        assertThat(places.take(new Answer().response())).isNull();
    }

    @Test
    void oneIsFreeOnceItsSenderIsGone() {
        first.closed = true;

        assertThat(places.taken()).isZero();
    }

    @Test
    void oneIsTakenWhileAThreadStillWorksForItsSenderThatIsGone() {
        assertThat(ofFirst.begin()).isTrue();
        first.closed = true;
        assertThat(places.taken()).isOne();

        ofFirst.end();
        assertThat(places.taken()).isZero();
    }

    @Test
    void oneCanBeGivenBackBeforeItsAnswer() {
        places.giveBack(ofFirst);

        assertThat(places.taken()).isZero();
    }

    @Test
    void allTogetherHoldSoManyBytesAndNoMore() {
        Places.Place ofSecond = places.take(second.response());
        assertThat(places.hold(ofFirst, 60)).isTrue();
        assertThat(places.hold(ofSecond, 40)).isTrue();
        assertThat(places.hold(ofSecond, 1)).isFalse();

        first.ended = true;
        assertThat(places.hold(ofSecond, 60)).isTrue();
        assertThat(places.hold(ofSecond, 1)).isFalse();

        places.giveBack(ofSecond);
        assertThat(places.hold(places.take(second.response()), 100)).isTrue();
    }

    @Test
    void oneThatWasFreeIsNotWorkedFor() {
        first.closed = true;
        assertThat(places.taken()).isZero();

        assertThat(ofFirst.begin()).isFalse();
        assertThat(places.taken()).isZero();
    }

    @Test
    void oneIsWorkedForWhoseSenderIsGoneAsLongAsNobodyElseHasIt() {
        first.closed = true;

        assertThat(ofFirst.begin()).isTrue();
        assertThat(places.taken()).isOne();
    }

    @Test
    void whoWaitsForASenderIsInterruptedAndFindsItOutBeforeTheNextWait() throws IOException {
        ofFirst.begin();
        ofFirst.await();
        places.stop();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();

        ofFirst.goOn();
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(ofFirst::await).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void whoWorksAndDoesNotWaitIsNotInterrupted() throws IOException {
        ofFirst.begin();
        ofFirst.await();
        ofFirst.goOn();

        places.stop();

        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(ofFirst::await).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void aBodyIsReadOnWhereItsBeginningEndsUntilTheServiceStops() throws IOException {
        InputStream body = new ArrivingBody(ofFirst, bytes("ab"), () -> bytes("cd"));
        byte[] nothing = {};

        assertThat(body.read()).isEqualTo('a');
        assertThat(body.read(nothing)).isZero();
        assertThat(body.readAllBytes()).asString().isEqualTo("bcd");
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.read(nothing)).isZero();
        places.stop();
        assertThatThrownBy(() -> body.read(nothing)).isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void anAnswerEndsWhoseReaderIsWaitedForTooLong() throws IOException {
        ofFirst.begin();
        List<String> ends = new ArrayList<>();
        OutputStream answer = new LeavingAnswer(ofFirst, reader(() -> places.endUnread(0)), () -> ends.add("cut"));

        assertThatThrownBy(() -> answer.write(1))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(answer::close).isInstanceOf(IOException.class);
        assertThat(ends).containsOnly("cut");
    }

    @Test
    void anAnswerEndsOfWhichAPieceComesThroughJustAsItIsEnded() throws IOException {
        ofFirst.begin();
        List<String> ends = new ArrayList<>();
        OutputStream reads = new ByteArrayOutputStream() {
            @Override
            public void write(int one) {
                places.endUnread(0);
            }
        };
        OutputStream answer = new LeavingAnswer(ofFirst, reads, () -> ends.add("cut"));

        assertThatThrownBy(() -> answer.write(1)).isInstanceOf(UnreadException.class);
        assertThat(ends).containsExactly("cut");
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(answer::close).isInstanceOf(UnreadException.class);
    }

    @Test
    void anAnswerEndsAllTheSameWhoseWriterFailsOtherwise() {
        ofFirst.begin();
        List<String> ends = new ArrayList<>();
        OutputStream answer = new LeavingAnswer(
                ofFirst,
                new OutputStream() {
                    @Override
                    public void write(int one) {
                        places.endUnread(0);
                        throw new IllegalStateException("closed");
                    }
                },
                () -> ends.add("cut"));

        assertThatThrownBy(() -> answer.write(1)).isInstanceOf(UnreadException.class);
        assertThat(ends).containsExactly("cut");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anAnswerGoesOnWhoseReaderTakesPieceByPiece() throws IOException {
        ofFirst.begin();
        long anHour = Duration.ofHours(1).toNanos();
        OutputStream answer = new LeavingAnswer(ofFirst, reader(() -> places.endUnread(anHour)), () -> {});

        answer.write(new byte[10]);
        assertThat(places.endUnread(0)).isZero();
        answer.flush();
        answer.close();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** A reader for whom something happens while it is waited for, as the server has it. */
    private static OutputStream reader(Runnable meanwhile) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                meanwhile.run();
                if (Thread.interrupted()) {
                    throw new InterruptedIOException();
                }
            }
        };
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends nothing. */
    private static ArrivingBody arriving(Places.Place place) {
        return new ArrivingBody(place, InputStream.nullInputStream(), InputStream::nullInputStream);
    }

    @Test
    void whatRequestsKeepIsCountedOverAllOfThemUntilTheyAreAnswered() throws IOException {
        ArrivingBody one = arriving(ofFirst);
        ArrivingBody other = arriving(places.take(second.response()));
        one.take(60);

        assertThatThrownBy(() -> other.take(41))
                .isInstanceOf(RequestBody.RefusedException.class)
                .extracting(ErrorMapper::problem)
                .isEqualTo(Answers.BUSY);
        assertThatThrownBy(() -> one.take(41))
                .extracting(thrown -> ErrorMapper.problem(thrown).status())
                .isEqualTo(413);
        other.take(40);
        first.ended = true;
        other.take(60);
        assertThatThrownBy(() -> other.take(1))
                .extracting(thrown -> ErrorMapper.problem(thrown).status())
                .isEqualTo(413);
    }
}
