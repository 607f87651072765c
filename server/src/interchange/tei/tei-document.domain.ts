import type { MeetingDetail } from '#meetings/index.ts';
import { xml, type Xml } from '#platform/xml/index.ts';
import type { InterchangeMedia } from '../interchange-media.domain.ts';
import { castOf } from '../proceedings/cast.domain.ts';
import { countWords } from '../proceedings/paragraph-text.domain.ts';
import { speechesOf, type Proceedings } from '../proceedings/proceedings.domain.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import { teiHeader } from './tei-header.domain.ts';
import { TEI_NAMESPACE, textName } from './tei-names.domain.ts';
import { teiText } from './tei-text.domain.ts';

export interface TeiOptions {
  /** False leaves out what refers to the timeline, which ParlaMint's own schema doesn't know; notes tell the time all the same. */
  readonly timeline: boolean;
}

/** One text of a meeting as a component of a ParlaMint corpus. */
export function teiDocument(scope: InterchangeScope, meeting: MeetingDetail, proceedings: Proceedings, media: InterchangeMedia | null, options: TeiOptions): Xml {
  const { text: { language } } = proceedings;
  const speeches = speechesOf(proceedings);
  const { markup, counts } = teiText(meeting, proceedings, castOf(proceedings), options);
  const words = countWords(speeches.flatMap(({ paragraphs }) => paragraphs), language);
  return xml`<TEI xmlns="${TEI_NAMESPACE}" xml:id="${textName(meeting, language)}" xml:lang="${language}" ana="#parla.meeting #reference">${teiHeader(scope, meeting, proceedings, { speeches: speeches.length, words, counts }, media)}${markup}
</TEI>`;
}
