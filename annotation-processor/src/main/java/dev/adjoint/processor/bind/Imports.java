package dev.adjoint.processor.bind;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What the imports of a compilation unit make visible. */
final class Imports {
  private final Elements elements;
  private final Members members;
  private final List<ImportDeclaration> declarations;

  Imports(CompilationUnit unit, Elements elements, Members members) {
    this.elements = elements;
    this.members = members;
    this.declarations = unit.getImports();
  }

  /** A type imported by its name, statically or not. */
  @Nullable TypeElement singleType(String simpleName) {
    for (ImportDeclaration declaration : declarations) {
      boolean isNamed = !declaration.isAsterisk() && !declaration.isModule();
      if (isNamed && declaration.getName().getIdentifier().equals(simpleName)) {
        TypeElement found = elements.getTypeElement(declaration.getNameAsString());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** A type imported with a whole package, class or module. */
  @Nullable TypeElement onDemandType(String simpleName) {
    for (ImportDeclaration declaration : declarations) {
      TypeElement found = onDemandType(declaration, simpleName);
      if (found != null) {
        return found;
      }
    }
    return elements.getTypeElement("java.lang." + simpleName);
  }

  private @Nullable TypeElement onDemandType(ImportDeclaration declaration, String simpleName) {
    if (declaration.isModule()) {
      return typeInModule(declaration.getNameAsString(), simpleName);
    }
    if (!declaration.isAsterisk()) {
      return null;
    }
    TypeElement owner = elements.getTypeElement(declaration.getNameAsString());
    return owner == null
        ? elements.getTypeElement(declaration.getNameAsString() + "." + simpleName)
        : members.type(owner, simpleName);
  }

  /** Classes whose static member of this name is imported. */
  List<TypeElement> staticOwners(String memberName) {
    List<TypeElement> named = new ArrayList<>();
    List<TypeElement> onDemand = new ArrayList<>();
    for (ImportDeclaration declaration : declarations) {
      if (!declaration.isStatic()) {
        continue;
      }
      if (declaration.isAsterisk()) {
        add(onDemand, declaration.getNameAsString());
      } else if (declaration.getName().getIdentifier().equals(memberName)) {
        declaration.getName().getQualifier().ifPresent(owner -> add(named, owner.asString()));
      }
    }
    named.addAll(onDemand);
    return named;
  }

  private void add(List<TypeElement> owners, String name) {
    TypeElement owner = elements.getTypeElement(name);
    if (owner != null) {
      owners.add(owner);
    }
  }

  private @Nullable TypeElement typeInModule(String moduleName, String simpleName) {
    Set<ModuleElement> modules = new LinkedHashSet<>();
    collect(elements.getModuleElement(moduleName), modules);
    for (ModuleElement module : modules) {
      for (ModuleElement.ExportsDirective exports :
          ElementFilter.exportsIn(module.getDirectives())) {
        PackageElement exported = exports.getPackage();
        TypeElement found =
            exports.getTargetModules() == null
                ? elements.getTypeElement(exported.getQualifiedName() + "." + simpleName)
                : null;
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static void collect(@Nullable ModuleElement module, Set<ModuleElement> into) {
    if (module == null || !into.add(module)) {
      return;
    }
    for (ModuleElement.RequiresDirective required :
        ElementFilter.requiresIn(module.getDirectives())) {
      if (required.isTransitive()) {
        collect(required.getDependency(), into);
      }
    }
  }
}
