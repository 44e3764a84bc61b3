/** The nouns: spans, segments, documents, stories, units. Knows nothing but the JDK. */
package org.muwazi.text;
