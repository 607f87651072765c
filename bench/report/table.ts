import { holds, ratioOf, type Figure } from './figures.ts';

const HEADER = ['what', 'measured', 'compared with', 'ratio', 'must reach', 'holds'] as const;
const WIDEST = 58;

/** The figures as a table in plain text, notes below. */
export function table(figures: readonly Figure[]): string {
  const notes = [...new Set(figures.flatMap(({ note }) => note ?? []))];
  const rows = figures.map((figure) => cellsOf(figure, figure.note === undefined ? '' : ` [${notes.indexOf(figure.note) + 1}]`));
  const lines = [[...HEADER], ...rows].flatMap((cells) => folded(cells));
  const widths = HEADER.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  text.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return [...text, ...notes.map((note, n) => `[${n + 1}] ${note}`)].join('\n');
}

function cellsOf(figure: Figure, mark: string): string[] {
  const { compared, must } = figure;
  const ratio = ratioOf(figure);
  const verdict = holds(figure);
  return [
    figure.what + mark, withUnit(figure.measured, figure.unit),
    compared ? `${compared.with}: ${withUnit(compared.value, figure.unit)}` : '', ratio === undefined ? '' : ratio.toFixed(2),
    must ? limit(must.of === 'ratio' ? 'x' : figure.unit, must.most, must.least) : '', verdict === undefined ? '' : verdict ? 'yes' : 'NO',
  ];
}

function limit(unit: string, most: number | undefined, least: number | undefined): string {
  return [...(most === undefined ? [] : [`<= ${withUnit(most, unit)}`]), ...(least === undefined ? [] : [`>= ${withUnit(least, unit)}`])].join(', ');
}

const withUnit = (value: number, unit: string): string => `${rounded(value)}${unit === '' ? '' : ` ${unit}`}`;

/** Three digits are as much as a measurement here is worth. */
function rounded(value: number): string {
  if (!Number.isFinite(value)) return '?';
  return Math.abs(value) >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toPrecision(3).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** Long cells go on below, so that a line stays readable on an ordinary terminal. */
function folded(cells: readonly string[]): string[][] {
  const parts = cells.map((cell) => cell.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1) ?? '';
    return last !== '' && last.length + word.length < WIDEST ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines.filter((line) => line !== ''), word];
  }, ['']));
  return Array.from({ length: Math.max(...parts.map((lines) => lines.length)) }, (_, n) => parts.map((lines) => lines[n] ?? ''));
}
