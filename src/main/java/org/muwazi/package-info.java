/**
 * Muwazi: what corresponds to what in the Arabic, French and English versions of a text, how good
 * each translation is, and which one is garbled.
 *
 * <p>The packages are the stages in order: {@code read -> segment -> embed -> align -> score ->
 * write}; {@code pipeline} is the way through all of them, {@code cli} the commands.
 */
package org.muwazi;
