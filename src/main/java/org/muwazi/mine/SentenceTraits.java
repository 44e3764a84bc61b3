package org.muwazi.mine;

/** Length and numbers of each sentence, kept small, since there may be millions of sentences. */
final class SentenceTraits {

    private final IntList lengths = new IntList();
    private final IntList numbers = new IntList();
    private final IntList numberEnds = new IntList();

    void add(String sentence) {
        lengths.add(sentence.codePointCount(0, sentence.length()));
        for (int number : NumberTokens.of(sentence)) {
            numbers.add(number);
        }
        numberEnds.add(numbers.size());
    }

    /** Length in code points. */
    int length(int i) {
        return lengths.get(i);
    }

    /** Share of the numbers that stand on one side only, of all numbers and one: 0 to nearly 1. */
    static double numberMismatch(SentenceTraits source, int i, SentenceTraits target, int j) {
        int a = source.start(i);
        int b = target.start(j);
        int aEnd = source.numberEnds.get(i);
        int bEnd = target.numberEnds.get(j);
        int all = 0;
        int common = 0;
        while (a < aEnd || b < bEnd) {
            int order =
                    a == aEnd
                            ? 1
                            : b == bEnd
                                    ? -1
                                    : Integer.compare(source.numbers.get(a), target.numbers.get(b));
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
            common += order == 0 ? 1 : 0;
            all++;
        }
        return (all - common) / (1.0 + all);
    }

    private int start(int i) {
        return i == 0 ? 0 : numberEnds.get(i - 1);
    }
}
