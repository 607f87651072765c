import { captionKey } from '../core/captions.ts';
import type { PlayerCaptions, SecondPicture } from '../core/player-data.ts';

/** What a page of another site learns of a meeting from Openfloor's API; addresses are absolute. */
export interface ForeignMeeting {
  readonly slug: string;
  readonly title: string;
  readonly hls: string;
  readonly poster: string | null;
  readonly storyboard: string | null;
  readonly hasPicture: boolean;
  readonly secondPicture: SecondPicture | null;
  readonly durationMs: number;
  readonly channels: readonly { readonly key: string; readonly role: string; readonly language: string; readonly name: string; readonly gainDb: number; readonly gaps: readonly (readonly [number, number])[] }[];
  readonly captions: readonly PlayerCaptions[];
  readonly turns: readonly { readonly id: string; readonly startMs: number; readonly endMs: number; readonly name: string }[];
}

type Facts = Readonly<Record<string, unknown>>;

const STATUSES = ['machine', 'edited', 'final'] as const;
const PAGE = /\/meetings\/([^/?#]+)/;

/** Asks the API of the site on which a meeting's page stands; `null` when there is nothing to watch. */
export async function readMeeting(page: URL, language: string, signal: AbortSignal): Promise<ForeignMeeting | null> {
  const slug = PAGE.exec(page.pathname)?.[1];
  if (slug === undefined) throw new Error(`openfloor-player needs the address of a meeting's page as its src, not ${page.href}.`);
  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetch(new URL(`/api/v1/meetings/${slug}${path}`, page), { signal });
    return answer.ok ? answer.json() : null;
  };
  // Without captions there is still a meeting.
  const [meeting, texts] = await Promise.all([ask(''), ask('/texts').catch(() => null)]);
  return meeting === null ? null : meetingFrom(meeting, texts, page, language);
}

/** Reads the API's answers about a meeting and its texts. */
export function meetingFrom(answer: unknown, texts: unknown, page: URL, language: string): ForeignMeeting | null {
  const meeting = facts(answer);
  const media = facts(meeting['media']);
  const address = (value: unknown): string | null => (typeof value === 'string' ? new URL(value, page).href : null);
  const hls = address(media['hls']);
  if (hls === null) return null;
  const durationMs = number(media['durationMs']) || number(meeting['durationMs']);
  const levels = new Map(list(media['channels']).map((channel) => [channel['key'], number(channel['gainDb'])]));
  const channels = list(meeting['channels']).filter(({ key }) => levels.has(key)).map((channel) => ({
    key: String(channel['key']), role: String(channel['role']), language: String(channel['language']), gainDb: levels.get(channel['key']) ?? 0,
    name: inLanguage(channel['label'], language) || endonym(String(channel['language'])),
    gaps: list(channel['gaps']).map((gap) => [number(gap['startMs']), number(gap['endMs'])] as const),
  }));
  const captions = list(facts(texts)['captions']);
  const turns = list(meeting['interventions']).map((turn) => ({ id: String(turn['id']), startMs: number(turn['startMs']), end: turn['endMs'], name: inLanguage(facts(turn['speaker'])['name'], language) }));
  return {
    slug: String(meeting['slug']), title: inLanguage(meeting['title'], language), hls, durationMs,
    poster: address(media['poster']), storyboard: address(media['storyboard']), hasPicture: media['hasPicture'] === true,
    secondPicture: secondOf(facts(media['secondPicture']), address),
    channels,
    captions: channels.flatMap((channel) => captions.filter((one) => one['channel'] === channel.key).flatMap((one) => captionsFrom(one, channel, address))),
    // Without an end of its own, a turn lasts until the next one begins.
    turns: turns.map(({ end, ...turn }, i) => ({ ...turn, endMs: typeof end === 'number' ? end : (turns[i + 1]?.startMs ?? durationMs) })),
  };
}

function secondOf(second: Facts, address: (value: unknown) => string | null): SecondPicture | null {
  const hls = address(second['hls']);
  const { channel } = second;
  return hls === null ? null : { hls, width: number(second['width']), height: number(second['height']), channel: typeof channel === 'string' ? channel : null };
}

function captionsFrom(one: Facts, channel: { readonly key: string; readonly language: string }, address: (value: unknown) => string | null): readonly PlayerCaptions[] {
  const [hls, language, status] = [address(one['hls']), String(one['language']), STATUSES.find((known) => known === one['status'])];
  return hls === null || status === undefined ? [] : [{ key: captionKey(channel, language), channel: channel.key, language, status, hls }];
}

/** A text of several languages in one of them, else in English, else in whichever there is. */
function inLanguage(text: unknown, language: string): string {
  if (typeof text === 'string') return text;
  const texts = facts(text);
  const found = texts[language] ?? texts['en'] ?? Object.values(texts)[0];
  return typeof found === 'string' ? found : '';
}

function endonym(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const list = (value: unknown): readonly Facts[] => (Array.isArray(value) ? value.map(facts) : []);
const facts = (value: unknown): Facts => (typeof value === 'object' && value !== null ? { ...value } : {});
