/**
 * Tensors in files: NumPy's {@code .npy} and {@code .npz}, and safetensors. In come files of these
 * formats, also damaged or hostile ones; out go tensors, or an exception that says what is wrong
 * with the file. No length that a file claims is believed before it is compared with the bytes that
 * are there. Nothing here runs code or names classes that a file asks for.
 */
@NullMarked
package dev.adjoint.io;

import org.jspecify.annotations.NullMarked;
