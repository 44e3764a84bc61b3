package org.muwazi.score;

import org.muwazi.text.Span;

/**
 * A proper name in a text, one word or several ({@code Ilham Aliyev}).
 *
 * @param text as it stands, without a possessive ending
 * @param span place in the text
 * @param certain false where only a capital at the head of a sentence speaks for a name
 */
public record NameMention(String text, Span span, boolean certain) {}
