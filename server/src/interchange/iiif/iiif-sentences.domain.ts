import type { MeetingDetail } from '#meetings/index.ts';
import { oneLine } from '../proceedings/paragraph-text.domain.ts';
import type { TimedText } from '../proceedings/proceedings.domain.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import { canvasAddress, sentencesAddress, stretchOf } from './iiif-addresses.domain.ts';
import { textName } from './iiif-canvas.domain.ts';
import { IIIF_CONTEXT } from './iiif-manifest.domain.ts';

/** A text as annotations, one for each sentence at its time. Numbers stay whatever is corrected, so that others can refer to a sentence. */
export function iiifSentences(scope: InterchangeScope, meeting: MeetingDetail, text: TimedText): Readonly<Record<string, unknown>> {
  const id = sentencesAddress(scope, meeting.id, text);
  const canvas = canvasAddress(scope, meeting.id);
  return {
    '@context': IIIF_CONTEXT, id, 'type': 'AnnotationPage', 'label': textName(text, meeting),
    'items': text.segments.filter(({ startMs, endMs }) => endMs > startMs).map((sentence) => ({
      id: `${id}#${sentence.id}`, type: 'Annotation', motivation: 'supplementing',
      body: { type: 'TextualBody', value: oneLine(sentence.text), format: 'text/plain', language: sentence.language ?? text.language },
      target: stretchOf(canvas, sentence.startMs, sentence.endMs),
    })),
  };
}
