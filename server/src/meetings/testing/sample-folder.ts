import { parseMeetingYaml } from '../folder/parse.schema.ts';
import type { MeetingFolder } from '../folder/folder.domain.ts';

/** A meeting that has something of everything the folder can say. */
export const FULL_YAML = `schema: openfloor/meeting/1
slug: security-sector-reform
formerSlugs: [ssr-2020, ssr-debate]
title: { en: "Security sector reform: open debate", fr: "Réforme du secteur de la sécurité", ar: "إصلاح قطاع الأمن", zh: "安全部门改革" }
description:
  en: |
    First line.
    Second line, with "quotes", 'apostrophes', a # sign and a: colon.
  ru: "Реформа сектора безопасности"
body: { slug: security-council, name: { en: Security Council, fr: Conseil de sécurité }, parent: { slug: united-nations, name: { en: United Nations } } }
series: { slug: peace-and-security, title: { en: Maintenance of international peace and security } }
format: open-vtc
starts: 2020-12-03T10:00:00-05:00
ends: 2020-12-03T13:05:00.250-05:00
published: 2020-12-03T19:30:00Z
timezone: America/New_York
symbol: S/2020/0000
floorLanguages: [en, fr, ar]
categories:
  - { path: meetings-events/security-council, name: { en: Security Council }, parents: [ { en: Meetings and events } ] }
  - general-debate
topics: [ { slug: security-sector-reform, label: { en: Security sector reform }, uri: "https://example.org/ssr" }, peacekeeping ]
documents:
  - { symbol: S/PRST/2020/1, title: { en: "Statement" }, url: "https://example.org/a?b=c&d=é" }
  - { title: { fr: "Note de cadrage" } }
agenda:
  - { title: { en: Opening }, start: 0, end: 60.5 }
  - { title: { en: Briefings, es: Exposiciones }, symbol: A/1, start: 1:00.5 }
interventions:
  - { speaker: { en: Jane Doe, ar: جين دو }, capacity: { en: South Africa }, language: en, start: 12.5, end: 95, agendaItem: 1 }
  - { speaker: { slug: j-dupont-2, name: { fr: Jean Dupont } }, language: fr, start: 1:40, agendaItem: 2 }
  - { speaker: { en: Jane Doe }, language: ar, start: 0:03:20, end: 240 }
rights: { licence: CC-BY-4.0, url: "https://creativecommons.org/licenses/by/4.0/", holder: United Nations, notice: { en: Free to share. } }
recording:
  channels:
    - { id: floor, role: floor, language: mul, track: 0 }
    - { id: fr, role: interpretation, language: fr, track: 1, label: { fr: Cabine A }, gaps: [ { start: 5, end: 7.25 } ] }
    - { id: fr-2, role: relay, language: fr, side: right, provenance: { method: human, by: Booth B, from: fr, note: by telephone } }
    - { id: zh, role: machine-voice, language: cmn, channelIndex: 3, provenance: { method: machine, by: engine 1, from: floor } }
    - { id: sign, role: sign-language, language: sgn-US }
  parts:
    - { file: morning.mkv, picture: {}, secondPicture: { file: slides.mp4, track: 1, offset: -2.5 }, channels: { fr-2: { file: booth.wav, offset: 1.25 }, zh: null } }
    - { file: afternoon.mkv, starts: 1:30:00, picture: { file: camera.mov }, channels: { fr: { side: left }, fr-2: { channelIndex: 5 } } }
words:
  - { kind: captions, channel: fr, file: words/fr.vtt }
  - { kind: record, language: fr, file: record.fr.txt }
`;

/** The meeting of a text that must be right. */
export function folderOf(yaml: string): MeetingFolder {
  const parsed = parseMeetingYaml(yaml);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.folder;
}

/** A meeting with little more than a title. */
export const smallFolder = (changes: Partial<MeetingFolder> = {}): MeetingFolder =>
  ({ ...folderOf('schema: openfloor/meeting/1\ntitle: { en: A small meeting }\n'), ...changes });
