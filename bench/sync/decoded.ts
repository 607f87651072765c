import type { TestMeeting } from '../../fixtures/meeting/index.ts';
import { measureClicks, measureFlashes, measurePilot } from '../../fixtures/measure/index.ts';
import type { Figure } from '../report/figures.ts';
import { placesOf, worst, type Place } from './places.ts';

/** One sound that the multivariant playlist offers. */
interface Offered {
  readonly group: string;
  readonly language: string;
  readonly file: string;
}

/** What was decoded at one place of one offered sound. */
interface Heard {
  readonly place: Place['name'];
  readonly offMs: number;
  readonly right: boolean;
}

/**
 * Decodes every offered sound at the start, in the middle and at the end, and finds its clicks and its pilot: whether it
 * lies where the source has it, and whether it is the channel of the language that the playlist says.
 */
export async function decoded(meeting: TestMeeting, hls: string): Promise<Figure[]> {
  const { sounds, pictures } = await offered(hls);
  const places = placesOf(meeting, 2);
  const heard: Heard[] = [];
  for (const sound of sounds) for (const place of places) heard.push(await listen(meeting, sound, place));
  const pictureOff = new Map<Place['name'], number>();
  for (const place of places) {
    for (const picture of pictures) {
      const off = worst(await measureFlashes(picture, { from: place.from, seconds: place.seconds }), place.clicks);
      pictureOff.set(place.name, Math.max(pictureOff.get(place.name) ?? 0, off));
    }
  }
  const at = (name: Place['name']) => Math.max(...heard.filter(({ place }) => place === name).map(({ offMs }) => offMs));
  const what = `decoded, ${sounds.length} sounds`;
  return [
    { what: `${what}: farthest from the source at the start`, measured: at('start'), unit: 'ms', must: { of: 'value', most: 20 } },
    { what: `${what}: farthest from the source in the middle`, measured: at('middle'), unit: 'ms', must: { of: 'value', most: 40 } },
    { what: `${what}: farthest from the source at the end`, measured: at('end'), unit: 'ms', must: { of: 'value', most: 40 } },
    { what: `decoded, ${pictures.length} picture: farthest from the source at the three places`, measured: Math.max(...pictureOff.values()), unit: 'ms', must: { of: 'value', most: 20 } },
    {
      what: `${what}: places where the channel of the language that the playlist says is heard`, measured: heard.filter(({ right }) => right).length, unit: '',
      compared: { with: 'places', value: meeting.channels.length * 2 * places.length }, must: { of: 'ratio', least: 1 },
    },
  ];
}

async function listen(meeting: TestMeeting, sound: Offered, place: Place): Promise<Heard> {
  const expected = meeting.channels.find(({ language }) => language === sound.language)?.pilotHz;
  const clicks = await measureClicks(sound.file, { from: place.from, seconds: place.seconds });
  const { hz } = await measurePilot(sound.file, { at: place.from + 1, seconds: 0.5 });
  return { place: place.name, offMs: worst(clicks, place.clicks), right: hz === expected };
}

/** The files behind the multivariant playlist: of every sound of every group, and of every size of the picture. */
async function offered(hls: string): Promise<{ readonly sounds: readonly Offered[]; readonly pictures: readonly string[] }> {
  const lines = (await text(hls)).split('\n');
  const attribute = (line: string, name: string) => new RegExp(`[:,]${name}="([^"]*)"`).exec(line)?.[1] ?? '';
  const media = lines.filter((line) => line.startsWith('#EXT-X-MEDIA:TYPE=AUDIO'));
  const sounds = await Promise.all(media.map(async (line) => ({
    group: attribute(line, 'GROUP-ID'), language: attribute(line, 'LANGUAGE'), file: await fileBehind(new URL(attribute(line, 'URI'), hls).href),
  })));
  const variants = new Set(lines.filter((line, n) => lines[n - 1]?.startsWith('#EXT-X-STREAM-INF') && line.includes('picture-')));
  return { sounds, pictures: await Promise.all([...variants].map((uri) => fileBehind(new URL(uri, hls).href))) };
}

/** The one media file of a rendition. */
async function fileBehind(playlist: string): Promise<string> {
  const uri = /#EXT-X-MAP:URI="([^"]+)"/.exec(await text(playlist))?.[1];
  if (uri === undefined) throw new Error(`${playlist} names no file`);
  return new URL(uri, playlist).href;
}

async function text(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}
