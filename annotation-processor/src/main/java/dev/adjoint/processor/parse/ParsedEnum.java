package dev.adjoint.processor.parse;

import com.github.javaparser.ast.body.EnumDeclaration;

/**
 * The declaration of an enum, and the unit it stands in.
 *
 * @param unit the compilation unit
 * @param tree the declaration
 */
public record ParsedEnum(ParsedUnit unit, EnumDeclaration tree) {}
