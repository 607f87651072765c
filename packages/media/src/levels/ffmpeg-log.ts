/** What ebur128 says at the end of a pass. */
export type LoudnessSummary = {
  /** LUFS over the whole channel (EBU R128); -Infinity when nothing passed the gate at -70 LUFS. */
  readonly integratedLufs: number;
  /** dBTP; -Infinity for digital silence; NaN when ebur128 ran without `peak=true`. */
  readonly truePeakDbtp: number;
  /** Loudness range in LU. */
  readonly rangeLu: number;
};

/** How many samples volumedetect counted, and how many of them lie less than 1 dB below full scale. */
export type ClippingCount = { readonly samples: number; readonly atFullScale: number };

// ebur128 shows this where no block passed its absolute gate.
const GATE_LUFS = -70;

const SUMMARY = /^\[(?:Parsed_)?ebur128(?:@(\S+)|_(\d+))? @ \w+\] Summary:\s*$/;
const COUNT = /^\[(?:Parsed_)?volumedetect(?:@(\S+)|_(\d+))? @ \w+\] (n_samples|histogram_0db): (\d+)\s*$/;
const FIELD = /^\s+(I|LRA|Peak):\s+(-?(?:\d+(?:\.\d+)?|inf|nan))\s/;

type Fields = { I?: number; LRA?: number; Peak?: number };

/**
 * The loudness summaries in ffmpeg's log (`-v info`), by the instance name given as `ebur128@name`
 * (without one: the filter's number). A filter that ffmpeg set up again during the pass reports more than once:
 * then the last report with sound counts, with the highest peak of all.
 */
export function parseLoudnessSummaries(log: string): Map<string, LoudnessSummary> {
  const found = new Map<string, LoudnessSummary>();
  let name: string | null = null;
  let fields: Fields = {};
  const close = (): void => {
    if (name !== null && fields.I !== undefined) found.set(name, merged(found.get(name), summaryOf(fields)));
    name = null;
    fields = {};
  };
  for (const line of log.split(/\r\n|\r|\n/)) {
    const opened = SUMMARY.exec(line);
    if (opened || line.startsWith('[')) close();
    if (opened) name = opened[1] ?? opened[2] ?? '';
    const field = name === null ? null : FIELD.exec(line);
    if (field) fields[field[1] as keyof Fields] ??= numberOf(field[2] ?? '');
  }
  close();
  return found;
}

function summaryOf(fields: Fields): LoudnessSummary {
  const level = fields.I ?? GATE_LUFS;
  return {
    integratedLufs: level > GATE_LUFS ? level : -Infinity,
    truePeakDbtp: fields.Peak ?? Number.NaN,
    rangeLu: fields.LRA ?? 0,
  };
}

function merged(before: LoudnessSummary | undefined, now: LoudnessSummary): LoudnessSummary {
  if (!before) return now;
  const counts = now.integratedLufs === -Infinity ? before : now;
  return { ...counts, truePeakDbtp: Math.max(before.truePeakDbtp, now.truePeakDbtp) };
}

function numberOf(text: string): number {
  if (text === 'inf') return Infinity;
  if (text === '-inf') return -Infinity;
  return Number(text.replace('nan', 'NaN'));
}

/** The sample counts of `volumedetect@name` in ffmpeg's log (`-v info`), by name; repeated reports are added up. */
export function parseClipping(log: string): Map<string, ClippingCount> {
  const found = new Map<string, ClippingCount>();
  for (const line of log.split(/\r\n|\r|\n/)) {
    const count = COUNT.exec(line);
    if (!count) continue;
    const name = count[1] ?? count[2] ?? '';
    const before = found.get(name) ?? { samples: 0, atFullScale: 0 };
    const more = Number(count[4]);
    found.set(name, count[3] === 'n_samples'
      ? { ...before, samples: before.samples + more }
      : { ...before, atFullScale: before.atFullScale + more });
  }
  return found;
}
