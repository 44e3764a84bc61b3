/**
 * Bytes to documents: charset, plain text, HTML, page chrome set aside with reasons, language
 * identified. Entry: {@code StoryReader}.
 */
package org.muwazi.read;
