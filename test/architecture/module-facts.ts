import ts from 'typescript';

/** What one module takes from elsewhere, read from its syntax tree, so that comments and texts do not count. */
export interface ModuleFacts {
  /** Path from the root of the repository, with `/`. */
  readonly path: string;
  readonly imports: readonly ModuleImport[];
  /** Globals of the process, the clock, chance and locales that it uses, such as `Date.now`. */
  readonly globals: readonly string[];
}

export interface ModuleImport {
  readonly specifier: string;
  /** Gone when compiled: `import type`, or nothing but types named. */
  readonly typeOnly: boolean;
  /** `import(…)`: loaded when the line runs. */
  readonly dynamic: boolean;
}

const WATCHED = new Set(['process', 'console', 'Intl', 'performance', 'setTimeout', 'setInterval', 'fetch']);
const WATCHED_MEMBERS = new Set(['Date.now', 'Math.random']);

export function readModule(path: string, text: string): ModuleFacts {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
  const imports: ModuleImport[] = [];
  const globals = new Set<string>();

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      imports.push({
        specifier: node.moduleSpecifier.text,
        typeOnly: isTypeOnly(node.importClause),
        dynamic: false,
      });
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      imports.push({
        specifier: node.moduleSpecifier.text,
        typeOnly: isTypeOnlyExport(node),
        dynamic: false,
      });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      const specifier = argument && ts.isStringLiteral(argument) ? argument.text : '(computed)';
      imports.push({ specifier, typeOnly: false, dynamic: true });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      if (ts.isStringLiteral(literal))
        imports.push({ specifier: literal.text, typeOnly: true, dynamic: false });
    } else if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const member = `${node.expression.text}.${node.name.text}`;
      if (WATCHED_MEMBERS.has(member)) globals.add(member);
    } else if (
      ts.isNewExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'Date'
    ) {
      if ((node.arguments?.length ?? 0) === 0) globals.add('new Date()');
    } else if (ts.isIdentifier(node) && WATCHED.has(node.text) && isFreeName(node)) {
      globals.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, imports, globals: [...globals].sort() };
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function isTypeOnlyExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true;
  return (
    exportClause !== undefined &&
    ts.isNamedExports(exportClause) &&
    exportClause.elements.every((element) => element.isTypeOnly)
  );
}

/** A name used as a value; not the member of something, the key of an object, a type or a declaration. */
function isFreeName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.name !== node;
  if (ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) return parent.name !== node;
  if (ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent) || ts.isParameter(parent)) return false;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isVariableDeclaration(parent)) {
    return 'initializer' in parent && parent.initializer === node;
  }
  return !ts.isTypeReferenceNode(parent) && !ts.isQualifiedName(parent) && !ts.isTypeQueryNode(parent);
}
