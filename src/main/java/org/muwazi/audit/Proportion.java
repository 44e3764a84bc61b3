package org.muwazi.audit;

/**
 * A share with its 95 % interval.
 *
 * @param count how many, 0 to {@code of}
 * @param of among how many; may be 0, then the share is not a number
 */
public record Proportion(int count, int of) {

    /** Of the standard normal distribution: 95 % lie within. */
    private static final double Z = 1.959964;

    /** Checks the range. */
    public Proportion {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of + " is no share");
        }
    }

    /** 0 to 1; not a number where there is nothing to share. */
    public double share() {
        return (double) count / of;
    }

    /** Lower end of the interval of Wilson (1927), which holds for small counts as well. */
    public double low() {
        return count == 0 ? 0 : centre() - half();
    }

    /** Upper end of the interval. */
    public double high() {
        return count == of ? 1 : centre() + half();
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double p = share();
        return Z / (1 + Z * Z / of) * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of));
    }
}
