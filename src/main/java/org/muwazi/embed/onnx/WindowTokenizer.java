package org.muwazi.embed.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.muwazi.text.Span;

/*
 * A text within the model's length is one window. A longer one is cut into windows of equal size,
 * so that no tiny rest gets a vector of its own, and each window carries the special tokens and the
 * prefix that the model was trained with.
 *
 * Very long text is cut into chunks of characters first: the native tokenizer holds several objects
 * a token at once, and a line of a megabyte without spaces would otherwise need hundreds of times
 * its size. Pinned by OnnxSentenceEncoderTest.
 */
/** Text to token windows. Safe for use by several threads until closed. */
final class WindowTokenizer implements AutoCloseable {

    // Far above any sentence (8,000 characters are some 2,000 tokens), so that cutting between
    // characters, where a token may be lost, happens only to what is windowed anyway.
    static final int CHUNK = 8_192;

    private final HuggingFaceTokenizer tokenizer;
    private final String prefix;
    private final int[] prefixIds;
    private final int maxTokens;

    /**
     * Loads the tokenizer.
     *
     * @param prefix put before each text; may be empty
     * @param maxTokens of a window, more than {@link #fixedTokens()}
     * @throws IOException if the file cannot be read
     * @throws RuntimeException of the native tokenizer's own, if it is not a tokenizer
     */
    static WindowTokenizer load(Path file, String prefix, int maxTokens) throws IOException {
        return new WindowTokenizer(open(file), prefix, maxTokens);
    }

    /** A tokenizer that adds special tokens and neither cuts nor pads. */
    static HuggingFaceTokenizer open(Path file) throws IOException {
        // Left unsaid, DJL would truncate at 512 tokens and pad to the longest of the batch.
        Map<String, String> options =
                Map.of("addSpecialTokens", "true", "truncation", "false", "padding", "false");
        return HuggingFaceTokenizer.newInstance(file, options);
    }

    private WindowTokenizer(HuggingFaceTokenizer tokenizer, String prefix, int maxTokens) {
        this.tokenizer = tokenizer;
        this.prefix = prefix;
        this.maxTokens = maxTokens;
        this.prefixIds = prefix.isEmpty() ? new int[0] : content(tokenizer.encode(prefix));
    }

    /** Tokens that each window spends on the prefix and on special tokens. */
    int fixedTokens() {
        return tokenizer.encode(prefix).getIds().length;
    }

    private static int[] content(Encoding encoding) {
        Frame frame = Frame.of(encoding);
        return Arrays.stream(encoding.getIds(), frame.start, frame.end)
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    /**
     * Cuts a text into windows.
     *
     * @return in order of the text; empty if the tokenizer finds no token in it and adds none
     */
    List<TokenWindow> windows(String text) {
        return windows(text, (encoding, start) -> {});
    }

    /**
     * Cuts a text into windows and tells where its tokens stand.
     *
     * @return as {@link #windows} gives them, with the place of each token of the text itself
     */
    PlacedWindows placedWindows(String text) {
        List<Span> places = new ArrayList<>();
        List<TokenWindow> windows =
                windows(
                        text,
                        (encoding, start) -> {
                            Frame frame = Frame.of(encoding);
                            int head = frame.start + prefixTokens(encoding, frame);
                            TokenPlaces chunk = new TokenPlaces(text, start, prefix);
                            places.addAll(chunk.of(encoding.getCharTokenSpans(), head, frame.end));
                        });
        return new PlacedWindows(windows, places);
    }

    /**
     * Windows of a text and the places of its tokens.
     *
     * @param places in the text, one for each token that comes from it, in the order of the windows
     */
    record PlacedWindows(List<TokenWindow> windows, List<Span> places) {

        PlacedWindows {
            windows = List.copyOf(windows);
            places = List.copyOf(places);
        }
    }

    private List<TokenWindow> windows(String text, ObjIntConsumer<Encoding> chunks) {
        String valid = withoutLoneSurrogates(text);
        List<TokenWindow> windows = new ArrayList<>(1);
        int start = 0;
        while (start < valid.length()) {
            int end = chunkEnd(valid, start);
            Encoding encoding = tokenizer.encode(prefix + valid.substring(start, end));
            addWindows(encoding, windows);
            chunks.accept(encoding, start);
            start = end;
        }
        if (windows.size() > 1) {
            List<TokenWindow> full = windows.stream().filter(w -> w.weight() > 0).toList();
            return full.isEmpty() ? windows.subList(0, 1) : full;
        }
        return windows;
    }

    private void addWindows(Encoding encoding, List<TokenWindow> windows) {
        int length = encoding.getIds().length;
        if (length == 0) {
            return;
        }
        Frame frame = Frame.of(encoding);
        int head = frame.start + prefixTokens(encoding, frame);
        int content = frame.end - head;
        if (length <= maxTokens) {
            windows.add(window(encoding, new int[][] {{0, length}}, head, content));
            return;
        }
        int room = maxTokens - head - (length - frame.end);
        int count = (content + room - 1) / room;
        for (int i = 0; i < count; i++) {
            int from = head + (int) ((long) content * i / count);
            int to = head + (int) ((long) content * (i + 1) / count);
            windows.add(
                    window(
                            encoding,
                            new int[][] {{0, head}, {from, to}, {frame.end, length}},
                            head,
                            to - from));
        }
    }

    // How many tokens at the start are the prefix: compared rather than counted, because a
    // tokenizer may join the prefix's last character to what follows.
    private int prefixTokens(Encoding encoding, Frame frame) {
        long[] ids = encoding.getIds();
        int common = 0;
        while (common < prefixIds.length
                && frame.start + common < frame.end
                && ids[frame.start + common] == prefixIds[common]) {
            common++;
        }
        return common;
    }

    private static TokenWindow window(Encoding encoding, int[][] ranges, int head, int weight) {
        long[] ids = encoding.getIds();
        long[] types = encoding.getTypeIds();
        int size = Arrays.stream(ranges).mapToInt(range -> range[1] - range[0]).sum();
        int[] windowIds = new int[size];
        int[] windowTypes = new int[size];
        int next = 0;
        for (int[] range : ranges) {
            for (int i = range[0]; i < range[1]; i++) {
                windowIds[next] = (int) ids[i];
                windowTypes[next] = (int) types[i];
                next++;
            }
        }
        return new TokenWindow(windowIds, windowTypes, head, weight);
    }

    private static int chunkEnd(String text, int start) {
        if (text.length() - start <= CHUNK) {
            return text.length();
        }
        int hard = start + CHUNK;
        for (int end = hard; end > start + CHUNK * 3 / 4; end--) {
            if (Character.isWhitespace(text.charAt(end))) {
                return end;
            }
        }
        return Character.isLowSurrogate(text.charAt(hard)) ? hard - 1 : hard;
    }

    // The tokenizer takes UTF-8, in which half a surrogate pair cannot be written.
    static String withoutLoneSurrogates(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (mended == null) {
                mended = new StringBuilder(text);
            }
            mended.setCharAt(i, '\uFFFD');
        }
        return mended == null ? text : mended.toString();
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /** Where the text's own tokens begin and end between the special ones. */
    private record Frame(int start, int end) {

        static Frame of(Encoding encoding) {
            long[] special = encoding.getSpecialTokenMask();
            int start = 0;
            while (start < special.length && special[start] == 1) {
                start++;
            }
            int end = special.length;
            while (end > start && special[end - 1] == 1) {
                end--;
            }
            return new Frame(start, end);
        }
    }
}
