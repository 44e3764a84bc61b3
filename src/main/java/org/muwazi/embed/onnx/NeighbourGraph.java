package org.muwazi.embed.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/*
 * The graph has five steps:
 *
 *   target_t            = Transpose(target)
 *   products            = MatMul(source, target_t)
 *   forward, ..._rows   = TopK(products, forward_k)         best columns of each row
 *   products_t          = Transpose(products)
 *   backward, ..._rows  = TopK(products_t, backward_k)      best rows of each column
 *
 * A file made by a program in another language would have to be committed, checked and explained
 * just for these five lines. The format is Protocol Buffers [1]: a message is a row of fields, a
 * field a key (number * 8 + wire type) and a value, either a varint (wire type 0) or a length and so
 * many bytes (wire type 2); the numbers below are those of onnx.proto [2].
 *
 * TopK along the rows of a transposed product is quicker than TopK along the columns, 18 against
 * 22 ns a product on blocks of 1,024 by 4,096.
 *
 * [1] https://protobuf.dev/programming-guides/encoding/
 * [2] https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
/** Writes the ONNX graph that finds nearest neighbours between two blocks of vectors. */
final class NeighbourGraph {

    /** Inputs: two float tables (rows, dimension) and two int64 tensors of one element. */
    static final String SOURCE = "source";

    static final String TARGET = "target";
    static final String FORWARD_K = "forward_k";
    static final String BACKWARD_K = "backward_k";

    /** Outputs: products, float (rows, k), and row numbers, int64 (rows, k). */
    static final String FORWARD = "forward";

    static final String FORWARD_ROWS = "forward_rows";
    static final String BACKWARD = "backward";
    static final String BACKWARD_ROWS = "backward_rows";

    // TopK takes k as an input since operator set 10; 13 is the oldest in use with IR version 7.
    private static final int IR_VERSION = 7;
    private static final int OPERATOR_SET = 13;

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private NeighbourGraph() {}

    /** The bytes of the model file. */
    static byte[] bytes() {
        Message operators = new Message().text(1, "").number(2, OPERATOR_SET);
        return new Message()
                .number(1, IR_VERSION)
                .text(2, "muwazi")
                .message(7, graph())
                .message(8, operators)
                .bytes();
    }

    private static Message graph() {
        Message graph = new Message();
        graph.message(1, transpose(TARGET, "target_t"));
        graph.message(1, node("MatMul", List.of(SOURCE, "target_t"), List.of("products")));
        graph.message(1, topK("products", FORWARD_K, List.of(FORWARD, FORWARD_ROWS)));
        graph.message(1, transpose("products", "products_t"));
        graph.message(1, topK("products_t", BACKWARD_K, List.of(BACKWARD, BACKWARD_ROWS)));
        graph.text(2, "nearest neighbours");
        graph.message(11, tensor(SOURCE, FLOAT, List.of("s", "d")));
        graph.message(11, tensor(TARGET, FLOAT, List.of("t", "d")));
        graph.message(11, tensor(FORWARD_K, INT64, List.of("one")));
        graph.message(11, tensor(BACKWARD_K, INT64, List.of("one")));
        graph.message(12, tensor(FORWARD, FLOAT, List.of("s", "fk")));
        graph.message(12, tensor(FORWARD_ROWS, INT64, List.of("s", "fk")));
        graph.message(12, tensor(BACKWARD, FLOAT, List.of("t", "bk")));
        graph.message(12, tensor(BACKWARD_ROWS, INT64, List.of("t", "bk")));
        return graph;
    }

    private static Message transpose(String from, String to) {
        Message order =
                new Message().text(1, "perm").number(8, 1).number(8, 0).number(20, /* INTS */ 7);
        return node("Transpose", List.of(from), List.of(to)).message(5, order);
    }

    private static Message topK(String table, String k, List<String> outputs) {
        Message axis = new Message().text(1, "axis").number(3, 1).number(20, /* INT */ 2);
        return node("TopK", List.of(table, k), outputs).message(5, axis);
    }

    private static Message node(String operator, List<String> inputs, List<String> outputs) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        outputs.forEach(output -> node.text(2, output));
        return node.text(4, operator);
    }

    private static Message tensor(String name, int element, List<String> dimensions) {
        Message shape = new Message();
        dimensions.forEach(symbol -> shape.message(1, new Message().text(2, symbol)));
        Message type = new Message().number(1, element).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, type));
    }

    /** A message of Protocol Buffers, written field by field. */
    private static final class Message {

        private static final int VARINT = 0;
        private static final int BYTES = 2;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field * 8L + VARINT);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes());
        }

        private Message bytes(int field, byte[] value) {
            varint(field * 8L + BYTES);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while (rest > 0x7F) {
                out.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
