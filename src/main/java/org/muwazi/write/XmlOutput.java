package org.muwazi.write;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.Writer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Elements on lines of their own, written with Woodstox; faults of the file come out as {@link
 * IOException}. The JDK's own writer is no choice: it writes U+0000 and lone surrogates without a
 * word.
 */
final class XmlOutput {

    private final XMLStreamWriter xml;

    /** Starts a UTF-8 document on {@code out}, which stays open. */
    XmlOutput(Writer out) throws IOException {
        try {
            xml = new WstxOutputFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    /** Opens an element; attributes are name, value, name, value; {@code xml:} names are known. */
    XmlOutput open(String element, String... attributes) throws IOException {
        try {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                String value = XmlText.sanitised(attributes[i + 1]);
                if (attributes[i].startsWith("xml:")) {
                    xml.writeAttribute(
                            XMLConstants.XML_NS_PREFIX,
                            XMLConstants.XML_NS_URI,
                            attributes[i].substring("xml:".length()),
                            value);
                } else {
                    xml.writeAttribute(attributes[i], value);
                }
            }
            return this;
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    /** Text without the characters that XML forbids. */
    XmlOutput text(String text) throws IOException {
        try {
            xml.writeCharacters(XmlText.sanitised(text));
            return this;
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    /** Closes the innermost open element. */
    XmlOutput close() throws IOException {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    /** A line end, for elements that hold no text of their own. */
    XmlOutput line() throws IOException {
        return text("\n");
    }

    /** A whole element with text, on its own line. */
    XmlOutput element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close().line();
    }

    /** Ends the document and passes everything on. */
    void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    private static IOException fault(XMLStreamException e) {
        return e.getCause() instanceof IOException cause
                ? cause
                : new IOException("cannot be written as XML: " + e.getMessage(), e);
    }
}
