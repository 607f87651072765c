const KEPT_LINES = 20;
// A tool that writes one endless line must not fill the memory.
const LONGEST_LINE = 2000;

/** The last lines of a log that comes in pieces. */
export class LogTail {
  readonly #lines: string[] = [];
  readonly #listener;
  #rest = '';

  /** `listener` is told each line that is whole, also those that are not kept. */
  constructor(listener?: (line: string) => void) {
    this.#listener = listener;
  }

  push(chunk: string): void {
    const lines = (this.#rest + chunk).split(/\r\n|\r|\n/);
    this.#rest = (lines.pop() ?? '').slice(-LONGEST_LINE);
    for (const line of lines) this.#keep(line);
  }

  get lines(): readonly string[] {
    const rest = this.#rest.trim();
    return (rest === '' ? this.#lines : [...this.#lines, rest]).slice(-KEPT_LINES);
  }

  #keep(line: string): void {
    if (line.trim() === '') return;
    this.#listener?.(line);
    this.#lines.push(line.slice(0, LONGEST_LINE));
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
  }
}
