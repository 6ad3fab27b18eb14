package dev.adjoint.processor.parse;

import com.github.javaparser.ast.body.MethodDeclaration;

/**
 * A method declaration and the unit it stands in.
 *
 * @param unit the compilation unit
 * @param tree the declaration
 */
public record ParsedMethod(ParsedUnit unit, MethodDeclaration tree) {}
