// oxlint-disable-next-line typescript/no-deprecated -- it is what dependency-cruiser walks with
import { Visitor } from '@swc/core/Visitor.js';

interface UsingDeclaration {
  readonly type: 'UsingDeclaration';
  decls: unknown[];
}

interface Visiting {
  visitStatement: (this: Visiting, statement: { readonly type: string }) => unknown;
  visitVariableDeclarators: (this: Visiting, declarators: unknown[]) => unknown[];
}

const isUsing = (statement: { readonly type: string }): statement is UsingDeclaration => statement.type === 'UsingDeclaration';

/**
 * Teaches swc's visitor, with which dependency-cruiser walks a source, the `using` and `await using` statements:
 * it stops at statements that are younger than itself.
 */
export function teachUsing(): void {
  // oxlint-disable-next-line typescript/no-deprecated -- it is what dependency-cruiser walks with
  const visitor = Visitor.prototype as unknown as Visiting;
  const visitOthers = visitor.visitStatement;
  visitor.visitStatement = function visitStatement(statement) {
    if (!isUsing(statement)) return visitOthers.call(this, statement);
    statement.decls = this.visitVariableDeclarators(statement.decls);
    return statement;
  };
}
