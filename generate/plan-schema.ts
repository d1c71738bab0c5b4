/**
 * The JSON Schema (draft-07) of the compiled plan, from its TypeScript types and their comments, so that the
 * published file says what the compiler writes and nothing else. What a comment cannot say in words, its tags do:
 * `@minimum`, `@maximum`, `@pattern`, `@minItems`, `@maxItems`; numbers are whole unless tagged `@decimal`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** The files whose types a compiled plan is made of. */
function modelFiles(): readonly string[] {
  const own = readdirSync('src/plan').filter((name) => /(^|-)model\.ts$/.test(name));
  return [...own.sort().map((name) => `src/plan/${name}`), 'src/time/types.ts'];
}

export function planSchema(): JsonSchema {
  const types = new SchemaOfTypes(modelFiles());
  const { $ref } = types.named('CompiledPlan');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:surety:compiled-plan:1',
    title: 'A support contract, compiled by Surety',
    $ref,
    definitions: types.definitions(),
  };
}

/** The types of some files as definitions of a schema; those that are asked for, and what they are made of. */
class SchemaOfTypes {
  readonly #declared = new Map<string, Declaration>();
  readonly #defined = new Map<string, JsonSchema>();

  constructor(files: readonly string[]) {
    for (const path of files) {
      const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
      for (const statement of file.statements) {
        if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
        const { text } = statement.name;
        if (this.#declared.has(text)) throw new Error(`${path}: two types of the plan are called ${text}`);
        this.#declared.set(text, statement);
      }
    }
  }

  /** A reference to a type, which is then among the definitions. */
  named(name: string): JsonSchema {
    const declaration = this.#declaration(name);
    if (!this.#defined.has(name)) {
      this.#defined.set(name, {});
      const schema = ts.isInterfaceDeclaration(declaration)
        ? this.#object(this.#membersOf(declaration))
        : this.#of(declaration.type);
      this.#defined.set(name, described(schema, declaration));
    }
    return { $ref: `#/definitions/${name}` };
  }

  definitions(): JsonSchema {
    return Object.fromEntries([...this.#defined].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #declaration(name: string): Declaration {
    const found = this.#declared.get(name);
    if (found === undefined) {
      throw new Error(
        `a compiled plan is made of ${name}, which is none of its own types: declare it in src/plan/*-model.ts`,
      );
    }
    return found;
  }

  #of(node: ts.TypeNode): JsonSchema {
    if (ts.isParenthesizedTypeNode(node)) return this.#of(node.type);
    if (ts.isTypeOperatorNode(node)) return this.#of(node.type);
    if (ts.isArrayTypeNode(node)) return { type: 'array', items: this.#of(node.elementType) };
    if (ts.isLiteralTypeNode(node)) return { const: literalOf(node) };
    // The one text with a shape of its own is a day of the year.
    if (ts.isTemplateLiteralTypeNode(node)) return { type: 'string', pattern: '^\\d\\d-\\d\\d$' };
    if (ts.isUnionTypeNode(node)) return unionOf(node.types.map((type) => this.#of(type)));
    if (ts.isTypeLiteralNode(node) || ts.isIntersectionTypeNode(node)) {
      return unionOf(this.#alternatives(node).map((members) => this.#object(members)));
    }
    if (ts.isIndexedAccessTypeNode(node)) return this.#memberType(node);
    if (ts.isTypeReferenceNode(node)) {
      if (node.typeArguments !== undefined) throw unsupported(node);
      return this.named(node.typeName.getText());
    }
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return { type: 'string' };
      case ts.SyntaxKind.NumberKeyword:
        return { type: 'integer' };
      case ts.SyntaxKind.BooleanKeyword:
        return { type: 'boolean' };
      default:
        throw unsupported(node);
    }
  }

  /** The members of each kind of object that a type allows: several where a part of it is a choice. */
  #alternatives(node: ts.TypeNode): readonly (readonly ts.TypeElement[])[] {
    if (ts.isParenthesizedTypeNode(node)) return this.#alternatives(node.type);
    if (ts.isTypeLiteralNode(node)) return [node.members];
    if (ts.isUnionTypeNode(node)) return node.types.flatMap((type) => this.#alternatives(type));
    if (ts.isIntersectionTypeNode(node)) {
      return node.types
        .map((type) => this.#alternatives(type))
        .reduce((all, next) => all.flatMap((left) => next.map((right) => [...right, ...left])));
    }
    if (ts.isTypeReferenceNode(node) && node.typeArguments === undefined) {
      const declaration = this.#declaration(node.typeName.getText());
      return ts.isInterfaceDeclaration(declaration)
        ? [this.#membersOf(declaration)]
        : this.#alternatives(declaration.type);
    }
    throw unsupported(node);
  }

  #membersOf(declaration: ts.InterfaceDeclaration): readonly ts.TypeElement[] {
    const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) => types);
    const inherited = bases.flatMap(({ expression }) => {
      const base = this.#declaration(expression.getText());
      if (!ts.isInterfaceDeclaration(base)) throw unsupported(declaration);
      return this.#membersOf(base);
    });
    return [...inherited, ...declaration.members];
  }

  /** `PlanPeriod['unit']`. */
  #memberType({ objectType, indexType }: ts.IndexedAccessTypeNode): JsonSchema {
    const [members = []] = this.#alternatives(objectType);
    const name = ts.isLiteralTypeNode(indexType) ? literalOf(indexType) : null;
    const member = members.find((each) => each.name?.getText() === name);
    if (member === undefined || !ts.isPropertySignature(member) || member.type === undefined) {
      throw unsupported(indexType);
    }
    return this.#of(member.type);
  }

  #object(members: readonly ts.TypeElement[]): JsonSchema {
    const index = members.find(ts.isIndexSignatureDeclaration);
    if (index !== undefined) return { type: 'object', additionalProperties: this.#of(index.type) };
    const properties = members.map((member) => {
      if (!ts.isPropertySignature(member) || member.type === undefined) throw unsupported(member);
      // A compiled plan has no optional fields: what is not there is null or an empty list.
      if (member.questionToken !== undefined) throw unsupported(member);
      return [member.name.getText().replaceAll("'", ''), described(this.#of(member.type), member)] as const;
    });
    return {
      type: 'object',
      properties: Object.fromEntries(properties),
      required: properties.map(([name]) => name),
      additionalProperties: false,
    };
  }
}

function literalOf({ literal }: ts.LiteralTypeNode): string | number | boolean | null {
  if (ts.isStringLiteral(literal)) return literal.text;
  if (ts.isNumericLiteral(literal)) return Number(literal.text);
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return false;
  return null;
}

/** Literals become one enumeration, simple types one list of types; the rest are alternatives. */
function unionOf(parts: readonly JsonSchema[]): JsonSchema {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  if (parts.every((part) => 'const' in part)) return { enum: parts.map((part) => part['const']) };
  const types = parts.map((part) => (part['const'] === null ? 'null' : part['type']));
  const simple = ['string', 'integer', 'boolean', 'null'];
  const isPlain = parts.every((part) => !('pattern' in part));
  if (isPlain && types.every((type) => typeof type === 'string' && simple.includes(type)))
    return { type: types };
  return { anyOf: parts.map((part) => (part['const'] === null ? { type: 'null' } : part)) };
}

const LIMITS = ['minimum', 'maximum', 'minItems', 'maxItems'];

/** A schema with what the comment above a type or a member says of it. */
function described(schema: JsonSchema, node: ts.Node): JsonSchema {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  if (comment === undefined) return schema;
  const description = ts.getTextOfJSDocComment(comment.comment)?.replace(/\s+/g, ' ').trim() ?? '';
  const tags = ts.getJSDocTags(node).map((tag): JsonSchema => {
    const name = tag.tagName.text;
    const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
    if (LIMITS.includes(name)) return { [name]: Number(text) };
    if (name === 'pattern') return { pattern: text };
    if (name === 'decimal') return decimal(schema);
    throw new Error(`@${name} is no tag that the schema knows`);
  });
  // Beside a reference draft-07 hears nothing else.
  const base = '$ref' in schema ? { allOf: [schema] } : schema;
  return Object.assign({}, description === '' ? {} : { description }, base, ...tags) as JsonSchema;
}

function decimal({ type }: JsonSchema): JsonSchema {
  return {
    type: Array.isArray(type)
      ? type.map((each: unknown) => (each === 'integer' ? 'number' : each))
      : 'number',
  };
}

function unsupported(node: ts.Node): Error {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return new Error(
    `${file.fileName}:${String(line + 1)}: \`${node.getText()}\` has no form in the schema of the compiled plan`,
  );
}
