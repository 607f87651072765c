import { captionCues, docxParts, writeJsonLines, writePlainText, writePodcastTranscript, writeSrt, writeTtml, writeWebVtt, type Segment } from '@openfloor/words';
import type { DocumentHead } from './document-head.domain.ts';
import type { ReadableText } from './words.service.ts';
import { zip } from './zip.ts';

/** The files in which a text goes out. */
export const TEXT_FORMATS = ['vtt', 'srt', 'ttml', 'txt', 'docx', 'podcast', 'jsonl'] as const;

interface TextFile {
  readonly type: string;
  /** How its name ends. */
  readonly extension: string;
  readonly write: (text: ReadableText, head: DocumentHead) => string | Uint8Array<ArrayBuffer>;
}

export const TEXT_FILES: Readonly<Record<(typeof TEXT_FORMATS)[number], TextFile>> = {
  vtt: { type: 'text/vtt; charset=utf-8', extension: 'vtt', write: (text) => writeWebVtt(cues(text), { language: text.language }) },
  srt: { type: 'application/x-subrip; charset=utf-8', extension: 'srt', write: (text) => writeSrt(cues(text)) },
  ttml: { type: 'application/ttml+xml; charset=utf-8', extension: 'ttml', write: (text) => writeTtml(cues(text), { language: text.language }) },
  txt: { type: 'text/plain; charset=utf-8', extension: 'txt', write: ({ segments }) => writePlainText(segments) },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx',
    write: ({ segments, language }, head) => zip(docxParts(segments, { language, ...head })),
  },
  // What podcast programs read beside the sound, where they show more than captions: JSON of Podcasting 2.0.
  podcast: { type: 'application/json; charset=utf-8', extension: 'podcast.json', write: ({ segments }) => writePodcastTranscript(segments) },
  jsonl: { type: 'application/jsonl; charset=utf-8', extension: 'jsonl', write: ({ segments, language, holes }) => writeJsonLines(segments, { language, holes }) },
};

/** Captions go out as they came; a transcript's sentences are too long to be shown over a picture. */
const cues = ({ kind, segments, language }: ReadableText): readonly Segment[] => (kind === 'captions' ? segments : captionCues(segments, language));
