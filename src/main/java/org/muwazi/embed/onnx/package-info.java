/** The one home of DJL, ONNX Runtime and the tokenizers. */
package org.muwazi.embed.onnx;
