import type { ClipView } from './clips.service.ts';

/** A clip for programs. Addresses are paths on this server. */
export function presentClip({ clip, meeting, channel, place, text, turn }: ClipView) {
  const { id, quote, createdAt } = clip;
  const base = id === undefined ? null : `/api/v1/clips/${id}`;
  const media = place.range === null || id === undefined ? null : `/media/clips/${id}`;
  return {
    id: id ?? null,
    page: id === undefined ? null : `/clips/${id}`,
    meeting: { id: meeting.id, slug: meeting.slug, title: meeting.title, body: meeting.body && { slug: meeting.body.slug, name: meeting.body.name }, starts: meeting.starts, symbol: meeting.symbol },
    channel: { key: channel.key, role: channel.role, language: channel.language },
    speaker: turn && { slug: turn.speaker.slug, name: turn.speaker.name, capacity: turn.capacity },
    chosen: { startMs: clip.startMs, endMs: clip.endMs, createdAt: createdAt?.toISOString() ?? null },
    state: place.state,
    startMs: place.range?.startMs ?? null,
    endMs: place.range?.endMs ?? null,
    quote: quote && { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix, kind: quote.kind, language: quote.language },
    text: place.text,
    textStatus: text?.status ?? null,
    files: media === null || base === null ? null : {
      video: `${media}.mp4`, sound: `${media}.m4a`, citation: `${base}/text`,
      captions: text === null ? null : { vtt: `${base}/captions/${encodeURIComponent(channel.key)}?format=vtt`, srt: `${base}/captions/${encodeURIComponent(channel.key)}?format=srt` },
    },
  };
}
