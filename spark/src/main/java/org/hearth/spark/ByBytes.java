package org.hearth.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order of what is shuffled. Keys and claims are shuffled as bytes of our own, which are compared as they are; Java's form
 * of an object names its classes and fields besides.
 */
final class ByBytes implements Comparator<byte[]>, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }
}
