import { publicActor } from '#access/index.ts';
import type { BodyNode, MeetingChannel, MeetingDetail, Meetings, MeetingSummary } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { baseOf, type UiLanguage } from '#platform/i18n/index.ts';
import type { FeedMedia, FeedMeeting, FeedScope } from './feed.domain.ts';
import type { FeedMediaSource, FeedSearches, FeedWords } from './feeds.ports.ts';
import type { Enclosure, Episode } from './podcast.ts';

/** What a feed holds: as many as programs read at once. */
const IN_A_FEED = 50;
const IN_A_CALENDAR = 200;

const actor = publicActor();

export interface FeedsDeps {
  readonly meetings: Pick<Meetings, 'list' | 'get' | 'listBodies'>;
  readonly media: FeedMediaSource;
  readonly words: FeedWords;
  readonly searches: FeedSearches;
}

/** What feeds and calendars are made of; all of it is public. */
export class Feeds {
  readonly #meetings: Pick<Meetings, 'list' | 'get' | 'listBodies'>;
  readonly #media: FeedMediaSource;
  readonly #words: FeedWords;

  readonly #searches: FeedSearches;

  constructor(deps: FeedsDeps) {
    this.#meetings = deps.meetings;
    this.#media = deps.media;
    this.#words = deps.words;
    this.#searches = deps.searches;
  }

  /** The body of a feed; throws `not_found`. */
  async body(slug: string): Promise<NonNullable<FeedScope['body']>> {
    const found = findBody(await this.#meetings.listBodies(), slug);
    if (!found) throw new AppError('not_found', { what: 'body', id: slug });
    return found;
  }

  /** The meetings published last, with everything about each. */
  async latest(body: FeedScope['body']): Promise<readonly FeedMeeting[]> {
    const { meetings } = await this.#meetings.list(actor, { state: 'published', limit: IN_A_FEED, ...(body && { body: body.slug }) });
    return this.#whole(meetings.map(({ id }) => id));
  }

  /** A search with the meetings that it finds, the latest first; throws `not_found` where the address holds none. */
  async search(address: URLSearchParams, language: UiLanguage): Promise<{ readonly search: NonNullable<FeedScope['search']>; readonly meetings: readonly FeedMeeting[] }> {
    const query = await this.#searches.canonical(address);
    if (query === null) throw new AppError('not_found', { what: 'search', id: address.toString() });
    const [name, finds] = await Promise.all([this.#searches.describe(query, language), this.#searches.finds(query, language, { newest: IN_A_FEED })]);
    const meetings = await this.#whole(finds.map(({ meetingId }) => meetingId));
    return { search: { query, name }, meetings: meetings.map((one, n) => ({ ...one, quotes: finds[n]?.quotes.map(({ text }) => text) ?? [] })) };
  }

  async #whole(ids: readonly string[]): Promise<readonly FeedMeeting[]> {
    const media = await this.#media.forMeetings(ids);
    return Promise.all(ids.map(async (id) => ({ meeting: await this.#meetings.get(actor, id), media: media.get(id) ?? null })));
  }

  /** The latest meetings that can be heard in a language; `mul` is the floor. */
  async episodes(scope: FeedScope, spoken: string): Promise<readonly Episode[]> {
    const latest = await this.latest(scope.body);
    const found = await Promise.all(latest.map((one) => this.#episode(scope.origin, one, spoken)));
    return found.flatMap((episode) => episode ?? []);
  }

  async #episode(origin: string, { meeting, media }: FeedMeeting, spoken: string): Promise<Episode | null> {
    if (!media) return null;
    const wanted = channelFor(meeting.channels, spoken);
    const found = await Promise.all(meeting.channels.map(async (channel) => ({ channel, enclosure: await this.#enclosure(origin, meeting, media, channel.key) })));
    const heard = found.flatMap(({ channel, enclosure }) => (enclosure ? [{ channel, enclosure }] : []));
    const own = heard.find(({ channel }) => channel.key === wanted?.key);
    if (!own) return null;
    const text = await this.#words.textFor(meeting.id, own.channel);
    return { meeting, media, ...own, others: heard.filter((other) => other !== own), textLanguage: text?.language ?? null };
  }

  async #enclosure(origin: string, meeting: MeetingDetail, media: FeedMedia, key: string): Promise<Enclosure | null> {
    const sound = media.channels.find((channel) => channel.key === key)?.sound ?? [];
    const sizes = await Promise.all(sound.map((path) => this.#media.sizeOf(path)));
    const [file] = sound;
    if (file === undefined || sizes.includes(undefined)) return null;
    const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    // A meeting in parts has no single file until it is put together for whoever asks.
    return { url: sound.length === 1 ? `${origin}${file}` : `${origin}/media/${meeting.id}/download.m4a?ch=${encodeURIComponent(key)}`, bytes };
  }

  /** One meeting; throws `meeting_not_found`, `meeting_withdrawn`. */
  async meeting(slug: string): Promise<MeetingDetail> {
    return this.#meetings.get(actor, slug);
  }

  /** What is in a calendar: what comes, and what was lately. */
  async dated(body: FeedScope['body']): Promise<readonly MeetingSummary[]> {
    return (await this.#meetings.list(actor, { limit: IN_A_CALENDAR, ...(body && { body: body.slug }) })).meetings;
  }
}

function findBody(nodes: readonly BodyNode[], slug: string): BodyNode | undefined {
  for (const node of nodes) {
    const found = node.slug === slug ? node : findBody(node.children, slug);
    if (found) return found;
  }
  return undefined;
}

/** People's voices before machines'; the floor where it is in this language, and for `mul`. */
function channelFor(channels: readonly MeetingChannel[], spoken: string): MeetingChannel | undefined {
  if (spoken === 'mul') return channels.find(({ role }) => role === 'floor');
  const ranked = ['interpretation', 'relay', 'floor', 'machine-voice'];
  const fitting = channels.filter(({ language, role }) => ranked.includes(role) && (language.toLowerCase() === spoken.toLowerCase() || baseOf(language) === spoken.toLowerCase()));
  return fitting.toSorted((a, b) => ranked.indexOf(a.role) - ranked.indexOf(b.role))[0];
}
