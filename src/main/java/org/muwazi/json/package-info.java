/** The one home of the JSON library. */
package org.muwazi.json;
