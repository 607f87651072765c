import { uniqueNames } from '@openfloor/media';
import type { MeetingDetail } from '#meetings/index.ts';
import { pick, UI_LANGUAGES } from '#platform/i18n/index.ts';
import type { ChannelText } from '#words/index.ts';
import type { InterchangeMedia } from '../interchange-media.domain.ts';
import { apiAddress, type InterchangeScope } from '../scope.domain.ts';
import { canvasAddress, sentencesAddress } from './iiif-addresses.domain.ts';
import { word, type LanguageMap } from './iiif-words.domain.ts';

type Resource = Readonly<Record<string, unknown>>;

const HLS = 'application/vnd.apple.mpegurl';
/** What tags a language can't be for: a body names one. */
const SEVERAL: ReadonlySet<string> = new Set(['mul', 'und', 'zxx']);

/** The one canvas of a meeting: as long as its timeline, as large as its picture, painted by whichever channel is chosen. */
export function iiifCanvas(scope: InterchangeScope, meeting: MeetingDetail, media: InterchangeMedia, texts: readonly ChannelText[]): Resource {
  const id = canvasAddress(scope, meeting.id);
  const size = sizeOf(media);
  const bodies = channelBodies(scope, meeting, media);
  return {
    id, type: 'Canvas', duration: media.durationMs / 1000, ...size,
    items: [{
      id: `${id}/page`, type: 'AnnotationPage',
      items: [{ id: `${id}/page/painting`, type: 'Annotation', motivation: 'painting', body: bodies.length === 1 ? bodies[0] : { type: 'Choice', items: bodies }, target: id }],
    }],
    ...(texts.length > 0 && { annotations: [captionFiles(scope, meeting, texts), ...texts.map((text) => ({ id: sentencesAddress(scope, meeting.id, text), type: 'AnnotationPage', label: textName(text, meeting) }))] }),
  };
}

function sizeOf({ hasPicture, rungs }: InterchangeMedia): { readonly width: number; readonly height: number } | null {
  const [largest] = hasPicture ? rungs.toSorted((a, b) => b.width - a.width) : [];
  return largest ? { width: largest.width, height: largest.height } : null;
}

/** Each channel as what can be played of it: the stream with that channel alone, or its sound where that is all and one file. */
function channelBodies({ origin }: InterchangeScope, { channels }: MeetingDetail, media: InterchangeMedia): readonly Resource[] {
  const size = sizeOf(media);
  const floorFirst = channels.toSorted((a, b) => Number(b.role === 'floor') - Number(a.role === 'floor'));
  return floorFirst.flatMap((channel): readonly Resource[] => {
    const { key, role, language } = channel;
    const sound = media.channels.find((one) => one.key === key)?.sound ?? [];
    if (sound.length === 0 && role !== 'floor') return [];
    const [file] = sound;
    const direct = !media.hasPicture && sound.length === 1 && file !== undefined;
    return [{
      id: direct ? origin + file : `${origin}${media.hls ?? ''}?ch=${encodeURIComponent(key)}`, type: media.hasPicture ? 'Video' : 'Sound', format: direct ? 'audio/mp4' : HLS,
      duration: media.durationMs / 1000, ...size, label: channelName(channels, channels.indexOf(channel)), ...(!SEVERAL.has(language) && { language: [language] }),
    }];
  });
}

/** What a channel is called in each language of the pages, no two of a meeting alike. */
function channelName(channels: MeetingDetail['channels'], at: number): LanguageMap {
  return Object.fromEntries(UI_LANGUAGES.map((ui) => {
    const names = uniqueNames(channels.map(({ role, language, label }) => {
      const own = label && pick(label, ui);
      return { role, language, ...(own && { name: own.text }) };
    }), ui);
    return [ui, [names[at] ?? '']];
  }));
}

/** The texts as files that players show in time. */
function captionFiles(scope: InterchangeScope, meeting: MeetingDetail, texts: readonly ChannelText[]): Resource {
  const canvas = canvasAddress(scope, meeting.id);
  return {
    id: `${canvas}/captions`, type: 'AnnotationPage', label: word('captions'),
    items: texts.map((text) => ({
      id: `${canvas}/captions/${encodeURIComponent(text.channel)}/${text.kind}/${text.language}`, type: 'Annotation', motivation: 'supplementing',
      body: { id: fileAddress(scope, meeting, text, 'vtt'), type: 'Text', format: 'text/vtt', label: textName(text, meeting), ...(!SEVERAL.has(text.language) && { language: [text.language] }) },
      target: canvas,
    })),
  };
}

/** A text as a file. */
export const fileAddress = (scope: InterchangeScope, { slug }: Pick<MeetingDetail, 'slug'>, { channel, kind, language }: ChannelText, format: string): string =>
  apiAddress(scope, slug, `texts/${encodeURIComponent(channel)}?${new URLSearchParams({ kind, language, format }).toString()}`);

/** Of which kind a text is, and of which channel. */
export function textName({ kind, channel }: Pick<ChannelText, 'kind' | 'channel'>, { channels }: Pick<MeetingDetail, 'channels'>): LanguageMap {
  const at = channels.findIndex(({ key }) => key === channel);
  const names = at < 0 ? {} : channelName(channels, at);
  return word(kind, (ui) => (names[ui]?.[0] === undefined ? '' : ` · ${names[ui][0]}`));
}
