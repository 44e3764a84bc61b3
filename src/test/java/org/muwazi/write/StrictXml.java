package org.muwazi.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML as an unforgiving reader does: UTF-8 bytes, no DOCTYPE, nothing external. */
final class StrictXml {

    private StrictXml() {}

    static Document parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return builder(factory)
                    .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e + " in " + text, e);
        }
    }

    /** Validates against a DTD in the test resources; the text itself has no DOCTYPE. */
    static void validate(String text, String root, Path dtd) {
        String declaration = "<?xml version='1.0' encoding='UTF-8'?>";
        if (!text.startsWith(declaration)) {
            throw new AssertionError("does not begin with " + declaration);
        }
        String withDoctype =
                "<!DOCTYPE " + root + " SYSTEM 'x.dtd'>" + text.substring(declaration.length());
        try (InputStream structure = Files.newInputStream(dtd)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setValidating(true);
            DocumentBuilder builder = builder(factory);
            builder.setEntityResolver((publicId, systemId) -> new InputSource(structure));
            builder.parse(new InputSource(new StringReader(withDoctype)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e + " in " + text, e);
        }
    }

    private static DocumentBuilder builder(DocumentBuilderFactory factory)
            throws ParserConfigurationException {
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(
                new ErrorHandler() {
                    @Override
                    public void warning(SAXParseException e) throws SAXParseException {
                        throw e;
                    }

                    @Override
                    public void error(SAXParseException e) throws SAXParseException {
                        throw e;
                    }

                    @Override
                    public void fatalError(SAXParseException e) throws SAXParseException {
                        throw e;
                    }
                });
        return builder;
    }

    /** All elements of that name below a node, in order. */
    static List<Element> elements(Node below, String name) {
        NodeList found =
                below instanceof Document document
                        ? document.getElementsByTagName(name)
                        : ((Element) below).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The text of the {@code prop} of that type directly in an element. */
    static String property(Element element, String type) {
        return elements(element, "prop").stream()
                .filter(prop -> prop.getParentNode() == element)
                .filter(prop -> prop.getAttribute("type").equals(type))
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }
}
