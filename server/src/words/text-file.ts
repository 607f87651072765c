import { captionCues, writeJsonLines, writePlainText, writeSrt, writeTtml, writeWebVtt, type Segment } from '@openfloor/words';
import type { ReadableText } from './words.service.ts';

/** The files in which a text goes out. */
export const TEXT_FORMATS = ['vtt', 'srt', 'ttml', 'txt', 'jsonl'] as const;

interface TextFile {
  readonly type: string;
  readonly write: (text: ReadableText) => string;
}

export const TEXT_FILES: Readonly<Record<(typeof TEXT_FORMATS)[number], TextFile>> = {
  vtt: { type: 'text/vtt; charset=utf-8', write: (text) => writeWebVtt(cues(text), { language: text.language }) },
  srt: { type: 'application/x-subrip; charset=utf-8', write: (text) => writeSrt(cues(text)) },
  ttml: { type: 'application/ttml+xml; charset=utf-8', write: (text) => writeTtml(cues(text), { language: text.language }) },
  txt: { type: 'text/plain; charset=utf-8', write: ({ segments }) => writePlainText(segments) },
  jsonl: { type: 'application/jsonl; charset=utf-8', write: ({ segments, language }) => writeJsonLines(segments, { language }) },
};

/** Captions go out as they came; a transcript's sentences are too long to be shown over a picture. */
const cues = ({ kind, segments, language }: ReadableText): readonly Segment[] => (kind === 'captions' ? segments : captionCues(segments, language));
