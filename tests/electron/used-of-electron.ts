import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

/** Whatever of Electron the sources use, as `Interface.member`, `Interface: event` and `Options.name`. */
export function usedOfElectron(root: string): ReadonlySet<string> {
  const files = globSync('electron/*.ts', { cwd: root }).map((file) => join(root, file));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const host = ts.createCompilerHost(options);
  // What lies outside of this room is not looked into: nothing of it is of Electron.
  host.resolveModuleNameLiterals = (names, from) =>
    names.map(({ text }) => {
      const near = text.startsWith('./') || text === 'electron' || from.includes('node_modules');
      return near ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined };
    });
  const program = ts.createProgram(files, options, host);
  const checker = program.getTypeChecker();
  const used = new Set<string>();
  const note = (symbol: ts.Symbol | undefined, event?: string) => {
    const declaration = symbol?.declarations?.[0];
    if (symbol === undefined || declaration === undefined) return;
    if (basename(declaration.getSourceFile().fileName) !== 'electron.d.ts') return;
    const owner = declaration.parent;
    const within =
      (ts.isInterfaceDeclaration(owner) || ts.isClassDeclaration(owner)) && owner.name !== undefined
        ? owner.name.text
        : null;
    if (within === null) return;
    used.add(event === undefined ? `${within}.${symbol.name}` : `${within}: ${event}`);
  };
  const eventOf = (node: ts.PropertyAccessExpression): string | undefined => {
    const call = node.parent;
    if (!ts.isCallExpression(call) || call.expression !== node || !/^(?:on|once)$/.test(node.name.text))
      return undefined;
    const [first] = call.arguments;
    return first !== undefined && ts.isStringLiteral(first) ? first.text : undefined;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), eventOf(node));
    else if (ts.isObjectLiteralExpression(node)) {
      const wanted = checker.getContextualType(node);
      for (const part of node.properties)
        if (part.name !== undefined && ts.isIdentifier(part.name)) note(wanted?.getProperty(part.name.text));
    } else if (ts.isObjectBindingPattern(node)) {
      const type = checker.getTypeAtLocation(node);
      for (const part of node.elements) note(type.getProperty((part.propertyName ?? part.name).getText()));
    } else if (ts.isNewExpression(node)) {
      // What was made of a type that cannot be told has none.
      const made = checker.getTypeAtLocation(node).symbol as ts.Symbol | undefined;
      if (made?.declarations?.[0]?.getSourceFile().fileName.endsWith('electron.d.ts') === true)
        used.add(`new ${made.name}`);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source !== undefined) visit(source);
  }
  return used;
}
