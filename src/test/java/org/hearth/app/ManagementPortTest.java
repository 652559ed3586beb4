package org.hearth.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementPortTest {

    @ParameterizedTest
    @CsvSource({"8080, 9080", "8081, 9081", "1, 1001", "64535, 65535", "64536, 63536", "65535, 64535"})
    void itFollowsTheServicesOwn(int main, int beside) {
        assertThat(ManagementPort.beside(main, port -> true)).isEqualTo(beside);
    }

    @Test
    void anyWillDoWhereTheServicesOwnIsAnyOrAnotherProgramHasIt() {
        assertThat(ManagementPort.beside(0, port -> true)).isZero();
        assertThat(ManagementPort.beside(8080, port -> port != 9080)).isZero();
    }
}
