package org.muwazi.embed.onnx;

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
