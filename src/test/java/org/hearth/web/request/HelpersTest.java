package org.hearth.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requests share a number of threads, and none waits for another. */
class HelpersTest {

    @Test
    void allRequestsShareOneNumber() {
        Helpers helpers = new Helpers(6, 4);

        assertThat(helpers.take()).isEqualTo(4);
        assertThat(helpers.take()).isEqualTo(2);
        assertThat(helpers.take()).isZero();
        helpers.back(2);
        assertThat(helpers.take()).isEqualTo(2);
        helpers.back(4);
        assertThat(helpers.take()).isEqualTo(4);
    }

    @Test
    void oneAloneIsLeft() {
        Helpers helpers = new Helpers(5, 4);

        assertThat(helpers.take()).isEqualTo(4);
        assertThat(helpers.take()).isZero();
        helpers.back(4);
        assertThat(helpers.take()).isEqualTo(4);
    }
}
