import { translate, type Database } from '#platform/db/index.ts';

/** Asks what every question asks; a connection parses and plans it once, by its name. `name` always stands for the same text. */
export async function askPlanned<Row extends object>({ planned }: Pick<Database, 'planned'>, name: string, text: string, values: readonly unknown[]): Promise<readonly Row[]> {
  try {
    return (await planned.query<Row>({ name, text, values: [...values] })).rows;
  } catch (error) {
    throw translate(error);
  }
}
