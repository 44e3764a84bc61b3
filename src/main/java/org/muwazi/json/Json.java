package org.muwazi.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.muwazi.text.MalformedInputException;

/**
 * JSON in and out. Maps, lists, strings, numbers, booleans and records go in; records and maps come
 * out. Numbers are never NaN or infinite in what the toolkit writes.
 */
public final class Json {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private static final ObjectWriter LINE = MAPPER.writer();

    private static final ObjectWriter INDENTED =
            MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** One line without line feeds, keys in the order given. */
    public static String line(Object value) {
        return write(LINE, value);
    }

    /** Indented, for people. */
    public static String indented(Object value) {
        return write(INDENTED, value);
    }

    /**
     * Reads a document into a record or other type.
     *
     * @param source name for messages
     * @throws MalformedInputException if the text is not JSON or does not fit the type
     */
    public static <T> T read(String source, String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new MalformedInputException(
                        source, "is the JSON value null; an object was expected");
            }
            return value;
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new MalformedInputException(
                    source, line, "not the JSON that was expected: " + e.getOriginalMessage());
        }
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
