import { writeSrt, writeWebVtt } from '@openfloor/words';
import type { ReadableText } from './words.service.ts';

/** The files in which a text goes out. */
export const TEXT_FORMATS = ['vtt', 'srt'] as const;

interface TextFile {
  readonly type: string;
  readonly write: (text: ReadableText) => string;
}

export const TEXT_FILES: Readonly<Record<(typeof TEXT_FORMATS)[number], TextFile>> = {
  vtt: { type: 'text/vtt; charset=utf-8', write: ({ segments, language }) => writeWebVtt(segments, { language }) },
  srt: { type: 'application/x-subrip; charset=utf-8', write: ({ segments }) => writeSrt(segments) },
};
