/**
 * Word alignment measured on {@code eval/words}. Entry: {@link
 * org.muwazi.eval.words.WordEvaluation}.
 */
package org.muwazi.eval.words;
