package org.muwazi.embed.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Windows side by side as the graph takes them: row-major, padded on the right with masked zeros.
 */
final class TokenBatch {

    private final List<TokenWindow> windows;
    private final int width;

    /** At least one window. */
    TokenBatch(List<TokenWindow> windows) {
        this.windows = List.copyOf(windows);
        this.width = windows.stream().mapToInt(TokenWindow::length).max().orElseThrow();
    }

    /**
     * Shares windows out into batches of windows of like length.
     *
     * @param tokens of a batch at most, padding included, unless one window alone has more
     * @return indices of the windows of each batch, the longest ones first: the last batches to
     *     finish are then the cheap ones
     */
    static List<List<Integer>> shares(List<TokenWindow> windows, int tokens) {
        List<Integer> order = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(i -> -windows.get(i).length()));
        List<List<Integer>> shares = new ArrayList<>();
        int start = 0;
        while (start < order.size()) {
            int width = windows.get(order.get(start)).length();
            int end = Math.min(order.size(), start + Math.max(1, tokens / width));
            shares.add(order.subList(start, end));
            start = end;
        }
        return shares;
    }

    int rows() {
        return windows.size();
    }

    /** Tokens of the longest window. */
    int width() {
        return width;
    }

    /** Tokens of a row that are not padding. */
    int length(int row) {
        return windows.get(row).length();
    }

    /** Position of the first token of a row that comes from its text. */
    int head(int row) {
        return windows.get(row).head();
    }

    /** How many tokens of a row come from its text; they stand side by side. */
    int content(int row) {
        return windows.get(row).weight();
    }

    long[] ids() {
        return fill(TokenWindow::id);
    }

    long[] mask() {
        return fill((window, position) -> 1);
    }

    long[] typeIds() {
        return fill(TokenWindow::typeId);
    }

    private long[] fill(Cell cell) {
        long[] filled = new long[Math.multiplyExact(windows.size(), width)];
        int start = 0;
        for (TokenWindow window : windows) {
            for (int position = 0; position < window.length(); position++) {
                filled[start + position] = cell.of(window, position);
            }
            start += width;
        }
        return filled;
    }

    @FunctionalInterface
    private interface Cell {
        int of(TokenWindow window, int position);
    }
}
