package org.muwazi.embed.onnx;

/**
 * What the graph sees at once of one text: token ids, special tokens included, and the type of
 * each. Arrays are shared, not copied, and never written to after construction.
 */
final class TokenWindow {

    private final int[] ids;
    private final int[] typeIds;
    private final int head;
    private final int weight;

    /**
     * A window.
     *
     * @param ids at least one
     * @param typeIds as many
     * @param head tokens in front of the text's own ones: special ones and the prefix
     * @param weight number of tokens that come from the text itself, the window's share in the mean
     *     over windows; 0 if all are special or the prefix
     */
    TokenWindow(int[] ids, int[] typeIds, int head, int weight) {
        this.ids = ids;
        this.typeIds = typeIds;
        this.head = head;
        this.weight = weight;
    }

    int length() {
        return ids.length;
    }

    int id(int position) {
        return ids[position];
    }

    int typeId(int position) {
        return typeIds[position];
    }

    /** Position of the first token that comes from the text itself. */
    int head() {
        return head;
    }

    /** How many tokens from there on come from the text itself. */
    int weight() {
        return weight;
    }
}
