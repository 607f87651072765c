import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { MeetingDetail } from '../meeting-detail.domain.ts';

/** Of one meeting: a part in each of the six languages, and some more for channels. */
const MOST_PARTS = 12;

const kept = new WeakMap<MeetingDetail, Map<string, string>>();

/**
 * A part of a meeting's pages, as HTML that is made once for as long as this state of the meeting is kept in memory: most of
 * a long meeting's page is the same at every moment and in every channel. The key names all that the part depends on
 * besides the meeting.
 */
export async function keptPart(meeting: MeetingDetail, key: string, make: () => HtmlEscapedString | Promise<HtmlEscapedString>): Promise<HtmlEscapedString> {
  const parts = kept.get(meeting) ?? new Map<string, string>();
  kept.set(meeting, parts);
  let html = parts.get(key);
  if (html === undefined) {
    html = String(await make());
    parts.set(key, html);
    for (const oldest of parts.keys()) {
      if (parts.size <= MOST_PARTS) break;
      parts.delete(oldest);
    }
  }
  return raw(html);
}
