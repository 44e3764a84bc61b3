package org.muwazi.read;

import java.util.List;
import java.util.Optional;
import org.muwazi.text.SetAside;

/**
 * What a format's reader makes of a decoded file.
 *
 * @param text of the document with its origin in the file
 * @param setAside what the format itself shows not to be the story, ascending and disjoint
 * @param declaredLanguage what the file says of itself, as a language code
 */
record Extract(MappedText text, List<SetAside> setAside, Optional<String> declaredLanguage) {}
