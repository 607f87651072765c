import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts of the API's answer about a recording that benches read. */
export interface RecordingAnswer {
  readonly meetingId: string;
  readonly state: 'processing' | 'watchable' | 'complete' | 'failed';
  readonly failure: string | null;
  readonly steps: readonly { readonly step: string; readonly state: 'waiting' | 'running' | 'done' | 'failed' }[];
  readonly hls: string | null;
  readonly rungs: readonly { readonly id: string; readonly width: number; readonly height: number; readonly files: readonly string[] }[];
  readonly channels: readonly { readonly key: string; readonly sound: readonly string[]; readonly voice: readonly string[]; readonly copied: boolean; readonly gainDb: number }[];
}

/** Speaks to the server of a data folder as its operator. */
export async function openApi(data: string): Promise<{
  recording(id: string): Promise<RecordingAnswer>;
  /** Hands a file or folder in, as `publish` does. */
  submit(body: object): Promise<{ readonly meetingId: string; readonly recordingId: string | null; readonly slug: string }>;
  recordingOf(slug: string): Promise<string | undefined>;
  /** Ids of all meetings, at most a hundred. */
  meetings(): Promise<readonly string[]>;
}> {
  const { url, token } = JSON.parse(await readFile(join(data, 'run', 'server.json'), 'utf8')) as { url: string; token: string };
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(new URL(`/api/v1${path}`, url), { ...init, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 400)}`);
    return await answer.json() as T;
  };
  return {
    recording: (id) => ask<RecordingAnswer>(`/recordings/${id}`),
    submit: (body) => ask('/recordings', { method: 'POST', body: JSON.stringify(body) }),
    async recordingOf(slug) {
      const { media } = await ask<{ media: { recordingId: string } | null }>(`/meetings/${slug}`);
      return media?.recordingId;
    },
    async meetings() {
      const { meetings } = await ask<{ meetings: { id: string }[] }>('/meetings?limit=100');
      return meetings.map(({ id }) => id);
    },
  };
}

/** One news item about a recording. */
export interface News {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Follows the news about a recording as a page does, until `signal` aborts or the server goes. */
export async function* follow(url: string, recordingId: string, signal: AbortSignal): AsyncGenerator<News> {
  const { body, ok } = await fetch(new URL(`/api/v1/recordings/${recordingId}/events`, url), { headers: { Accept: 'text/event-stream' }, signal });
  if (!ok || !body) throw new Error('the news of the recording cannot be followed');
  let rest = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1).trim();
      yield { event: field('event') ?? 'message', data: JSON.parse(field('data') ?? '{}') as Record<string, unknown> };
    }
  }
}
