package org.hearth.spark;

import org.apache.spark.Partitioner;

/** Which task a record of a shuffle goes to. */
final class Partitioners {

    private Partitioners() {}

    /** All claims of a beneficiary to one task. */
    static final class ByWho extends Partitioner {

        private static final long serialVersionUID = 1L;

        private final int tasks;

        ByWho(int tasks) {
            this.tasks = tasks;
        }

        @Override
        public int numPartitions() {
            return tasks;
        }

        @Override
        public int getPartition(Object key) {
            // a hash already
            return Math.floorMod(Standing.of((byte[]) key).who(), tasks);
        }
    }

    /** What stands before a part to the task that judges it. */
    static final class ByPart extends Partitioner {

        private static final long serialVersionUID = 1L;

        private final int parts;

        ByPart(int parts) {
            this.parts = parts;
        }

        @Override
        public int numPartitions() {
            return parts;
        }

        @Override
        public int getPartition(Object key) {
            return Seat.of((byte[]) key).part();
        }
    }
}
