const COLOURS: Readonly<Record<string, string>> = { fatal: '31', error: '31', warn: '33', debug: '2', trace: '2' };

/** One JSON line of the log as a person reads it: time, level unless info, sentence, then the data. */
export function plainLine(json: string, colour: boolean): string {
  const { level, time, msg, err, error = err, ...data } = JSON.parse(json) as Readonly<Record<string, unknown>>;
  const name = String(level);
  const label = name === 'info' ? '' : `${name}: `;
  const fields = Object.entries(data).map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`).join('');
  const why = error === undefined ? '' : errorLines(error, name);
  const line = `${clock(String(time))} ${label}${typeof msg === 'string' ? msg : ''}${fields}${why}`;
  const paint = colour ? COLOURS[name] : undefined;
  return paint === undefined ? `${line}\n` : `\u001B[${paint}m${line}\u001B[0m\n`;
}

const clock = (iso: string): string => iso.slice(11, 19);

/** The message in the line; the stack below it only where somebody must act. */
function errorLines(error: unknown, level: string): string {
  const { message, stack } = error as { readonly message?: string; readonly stack?: string };
  return level === 'error' || level === 'fatal' ? `: ${message ?? ''}\n${stack ?? ''}` : `: ${message ?? JSON.stringify(error)}`;
}
