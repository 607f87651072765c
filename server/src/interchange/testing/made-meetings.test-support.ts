/** A meeting folder with its files, as they would lie on a disk. */
export interface MadeMeeting {
  readonly yaml: string;
  readonly files: readonly { readonly file: string; readonly text: string }[];
  readonly durationMs: number;
  readonly step?: 'publish' | 'schedule';
}

const AWKWARD = `schema: openfloor/meeting/1
slug: réforme-1
title: { en: "Reform of <everything> & \\"more\\"", fr: "Réforme : « tout »", ar: "إصلاح كل شيء" }
body: { slug: council, name: { en: "Council & Co", fr: Conseil }, parent: { slug: assembly, name: { en: Assembly } } }
starts: 2020-12-03T23:30:00-05:00
ends: 2020-12-04T00:30:00-05:00
timezone: America/New_York
symbol: S/2020/1
series: { slug: peace, title: { en: Peace } }
categories: [ { path: debates/open, name: { en: Open debates }, parents: [ { en: Debates } ] } ]
topics: [ { slug: police, label: { en: Police, fr: Police } } ]
rights: { licence: CC-BY-4.0, url: "https://creativecommons.org/licenses/by/4.0/", holder: The Council, notice: { en: Free to share } }
agenda:
  - { title: { en: Opening }, start: 0, end: 60 }
  - { title: { en: "Reform <2>" }, symbol: A/1, start: 60 }
interventions:
  - { speaker: { en: Jane Doe, fr: Jeanne Doe }, capacity: { en: President, fr: Présidente }, language: en, start: 1, end: 30, agendaItem: 1 }
  - { speaker: { slug: "2nd-speaker", name: { en: "O'Neil <x>" } }, capacity: { en: South Africa }, language: fr, start: 60, end: 120, agendaItem: 2 }
  - { speaker: { en: Jane Doe }, language: en, start: 120 }
recording:
  channels:
    - { id: floor, role: floor, language: mul, file: a.mkv, track: 0 }
    - { id: fr-auto, role: machine-voice, language: fr, file: a.mkv, track: 1, provenance: { method: machine, by: "engine 1", from: floor } }
    - { id: fr, role: interpretation, language: fr, file: a.mkv, track: 2, gaps: [ { start: 90, end: 95 } ] }
words:
  - { kind: captions, channel: floor, language: mul, file: awkward/floor.vtt }
  - { kind: captions, channel: fr, language: fr, file: awkward/fr.vtt }
  - { kind: captions, channel: fr-auto, language: fr, file: awkward/auto.vtt }
`;
const FLOOR = `WEBVTT

00:02.000 --> 00:06.000
The meeting is open & called to order <b>now</b>.

00:06.500 --> 00:09.000
We begin.

00:40.000 --> 00:44.000
<v A voice>Microphone, please!

01:02.000 --> 01:10.000
Merci, Madame la Présidente.

01:30.000 --> 01:40.000
Je parle toujours.

02:01.000 --> 02:04.000
The meeting is closed.
`;
const FRENCH = `WEBVTT

00:04.500 --> 00:08.000
La séance est ouverte.

01:02.500 --> 01:10.500
Merci, Madame la Présidente.

02:03.500 --> 02:06.000
La séance est levée.
`;

const BARE = `schema: openfloor/meeting/1
slug: bare
title: { zh: "没有日期的会议" }
recording:
  channels:
    - { id: floor, role: floor, language: zh, file: a.wav }
words:
  - { kind: transcript, channel: floor, language: zh, file: bare/zh.vtt }
`;
const CHINESE = 'WEBVTT\n\n00:00.500 --> 00:02.000\n会议开始。\n\n00:02.200 --> 00:04.000\n谢谢大家。\n';

const SILENT = `schema: openfloor/meeting/1
slug: silent
title: { en: Without words }
body: council
starts: 2021-01-05T10:00:00Z
recording: { channels: [ { id: floor, role: floor, language: en, file: a.wav } ] }
`;

const LATER = `schema: openfloor/meeting/1
slug: later
title: { en: "Later" }
body: council
starts: 2031-01-05T09:00:00Z
ends: 2031-01-05T12:00:00Z
`;

/** What makes it hard: letters that mean something in XML, a name that begins with a figure, no date, no agenda, several languages on one floor. */
export const MADE_MEETINGS: readonly MadeMeeting[] = [
  { yaml: AWKWARD, durationMs: 130_000, files: [{ file: 'awkward/floor.vtt', text: FLOOR }, { file: 'awkward/fr.vtt', text: FRENCH }, { file: 'awkward/auto.vtt', text: FRENCH.replace('levée', 'finie') }] },
  { yaml: BARE, durationMs: 5_000, files: [{ file: 'bare/zh.vtt', text: CHINESE }] },
  { yaml: SILENT, durationMs: 60_000, files: [] },
  { yaml: LATER, durationMs: 0, files: [], step: 'schedule' },
];
