import type { ClassElement, Declaration, Expression, Function as Fn, ObjectPropertyKind, Program, Statement, TSSignature } from 'oxc-parser';

/** A symbol that needs a doc comment, and where its declaration starts. */
export interface Documentable {
  readonly name: string;
  readonly start: number;
}

type Found = readonly Documentable[];

const nameOf = (key: { readonly type: string; readonly name?: unknown }): string => (typeof key.name === 'string' ? key.name : key.type);

/**
 * Lists what a module shows to others: its exported declarations, or (for a service) the methods people call.
 * Names that are only passed on (`export { a } from`) are documented where they are made.
 */
export function documentable(program: Program, methods: boolean): Found {
  const exported = program.body.flatMap((statement) => {
    if (statement.type === 'ExportNamedDeclaration') return statement.declaration ? [statement.declaration] : [];
    return [];
  });
  return exported.flatMap((declaration) => (methods ? methodsOf(declaration) : symbolsOf(declaration)));
}

function symbolsOf(declaration: Declaration): Found {
  if (declaration.type === 'VariableDeclaration') {
    const names = declaration.declarations.map(({ id }) => nameOf(id)).join(', ');
    return [{ name: names, start: declaration.start }];
  }
  return 'id' in declaration && declaration.id ? [{ name: nameOf(declaration.id), start: declaration.start }] : [];
}

function methodsOf(declaration: Declaration): Found {
  switch (declaration.type) {
    case 'ClassDeclaration':
      return declaration.implements?.length ? [] : declaration.body.body.flatMap(classMethod);
    case 'TSInterfaceDeclaration':
      return declaration.body.body.flatMap(signature);
    case 'TSTypeAliasDeclaration':
      return declaration.typeAnnotation.type === 'TSTypeLiteral' ? declaration.typeAnnotation.members.flatMap(signature) : [];
    case 'FunctionDeclaration':
      return factoryMethods(declaration);
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ init }) =>
        init?.type === 'ArrowFunctionExpression' && !init.returnType ? returned(init.body.type === 'BlockStatement' ? init.body.body : [], init.expression ? init.body as Expression : undefined) : []);
    default:
      return [];
  }
}

function classMethod(member: ClassElement): Found {
  if (member.type !== 'MethodDefinition' || member.kind === 'constructor') return [];
  if (member.key.type === 'PrivateIdentifier' || member.accessibility === 'private' || member.accessibility === 'protected') return [];
  return [{ name: nameOf(member.key), start: member.start }];
}

function signature(member: TSSignature): Found {
  if (member.type === 'TSMethodSignature') return [{ name: nameOf(member.key), start: member.start }];
  const called = member.type === 'TSPropertySignature' && member.typeAnnotation?.typeAnnotation.type === 'TSFunctionType';
  return called ? [{ name: nameOf(member.key), start: member.start }] : [];
}

/** A factory whose return type is written down is documented at that type; else at the methods it returns. */
function factoryMethods(declaration: Fn): Found {
  return declaration.returnType ? [] : returned(declaration.body?.body ?? [], undefined);
}

function returned(body: readonly Statement[], expression: Expression | undefined): Found {
  const results = [expression, ...body.map((statement) => (statement.type === 'ReturnStatement' ? statement.argument : undefined))];
  return results.flatMap((result) => {
    const value = result?.type === 'ParenthesizedExpression' ? result.expression : result;
    return value?.type === 'ObjectExpression' ? value.properties.flatMap(objectMethod) : [];
  });
}

function objectMethod(property: ObjectPropertyKind): Found {
  const callable = property.type === 'Property' && (property.value.type === 'FunctionExpression' || property.value.type === 'ArrowFunctionExpression');
  return callable ? [{ name: nameOf(property.key), start: property.start }] : [];
}
