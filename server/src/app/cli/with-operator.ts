import { openOperator, type Operator } from './operator.ts';

/** Does one thing with the server, and lets it go afterwards. */
export async function withOperator(work: (operator: Operator) => Promise<void>): Promise<void> {
  const operator = await openOperator();
  try {
    await work(operator);
  } finally {
    await operator.close();
  }
}
