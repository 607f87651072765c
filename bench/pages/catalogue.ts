import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeLongMeeting, SEVEN_CHANNELS } from '../../fixtures/meeting/index.ts';
import { openApi } from '../server/api.ts';
import { publish } from '../server/publish.ts';
import { startServer, type Server } from '../server/start.ts';

const HOURS = 3;
// A debate of the Security Council: a turn each two minutes.
const TURNS = 90;
const SPEAKERS = 45;
const LANGUAGES = ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const;
// Several at once, so that a thousand take seconds.
const AT_ONCE = 8;
/** One after the other over the days of three months, as a calendar of conferences is. */
const MONTHS = 3;

/** A server with a full catalogue, and what is asked of it. */
export interface Catalogue extends AsyncDisposable {
  readonly server: Server;
  readonly data: string;
  /** Of the meeting of three hours. */
  readonly slug: string;
  readonly meetings: number;
}

/**
 * Publishes a meeting of three hours with its agenda and all turns at the floor, announces others until the catalogue is
 * full, and starts the server anew without a worker: nothing runs behind what is measured.
 */
export async function fullCatalogue(folder: string, meetings: number, settings: NodeJS.ProcessEnv = {}): Promise<Catalogue> {
  const data = join(folder, 'data');
  const long = join(folder, 'long');
  await mkdir(long);
  await makeLongMeeting({ file: join(long, 'council.mkv'), hours: HOURS, channels: SEVEN_CHANNELS, audioKilobits: 32, picture: { width: 320, height: 180, kilobits: 100 } });
  await writeFile(join(long, 'meeting.yaml'), JSON.stringify(longMeeting()));
  await using filling = await startServer(data);
  const api = await openApi(data);
  const numbers = Array.from({ length: meetings - 1 }, (_, n) => n).values();
  const announce = async (): Promise<void> => { for (const n of numbers) await api.submit({ path: await announced(folder, n) }); };
  await Promise.all(Array.from({ length: AT_ONCE }, announce));
  const { accepted, watchableSeconds, failure } = await publish({ data, file: long, title: 'Long meeting' });
  if (!accepted || watchableSeconds === undefined) throw new Error(`The long meeting could not be published: ${failure ?? 'no reason given'}; see ${data}.log`);
  await filling.stop();
  const server = await startServer(data, { settings: { OPENFLOOR_ROLES: 'serve', ...settings } });
  return { server, data, slug: accepted.slug, meetings, [Symbol.asyncDispose]: () => server.stop() };
}

const inAll = (text: string): Record<string, string> => Object.fromEntries(LANGUAGES.map((language) => [language, `${text} (${language})`]));

function longMeeting(): object {
  const seconds = (HOURS * 3600) / TURNS;
  return {
    schema: 'openfloor/meeting/1', title: inAll('Maintenance of international peace and security'), description: inAll('Open debate on security sector governance and reform'),
    body: 'security-council', format: 'meeting', starts: '2026-03-12T10:00:00-04:00', timezone: 'America/New_York', symbol: 'S/PV.9001',
    categories: ['meetings-events/security-council'], topics: ['security-sector-reform', 'peacekeeping'],
    documents: [{ symbol: 'S/2026/100', title: inAll('Concept note') }, { symbol: 'S/2026/101', title: inAll('Draft resolution') }],
    agenda: [{ title: inAll('Adoption of the agenda'), start: 0 }, { title: inAll('Briefings'), start: seconds * 2 }, { title: inAll('Statements'), start: seconds * 6 }],
    recording: {
      picture: { file: 'council.mkv' },
      channels: SEVEN_CHANNELS.map(({ id, language }, track) => ({ id, role: id === 'floor' ? 'floor' : 'interpretation', language, file: 'council.mkv', track })),
    },
    interventions: Array.from({ length: TURNS }, (_, n) => ({
      speaker: { slug: `speaker-${n % SPEAKERS}`, name: inAll(`Speaker ${(n % SPEAKERS) + 1}`) }, capacity: inAll(`Delegation ${(n % SPEAKERS) + 1}`),
      language: LANGUAGES[n % LANGUAGES.length], start: n * seconds, end: (n + 1) * seconds - 1, agendaItem: n < 2 ? 1 : n < 6 ? 2 : 3,
    })),
  };
}

/** A meeting without a recording. */
async function announced(folder: string, n: number): Promise<string> {
  const path = join(folder, `meeting-${n}`);
  const day = String(1 + (n % 28)).padStart(2, '0');
  await mkdir(path);
  await writeFile(join(path, 'meeting.yaml'), JSON.stringify({
    schema: 'openfloor/meeting/1', title: { en: `Meeting ${n + 1} on a subject of the agenda`, fr: `Séance ${n + 1} sur un point de l'ordre du jour` },
    body: 'security-council', format: 'meeting', starts: `2026-0${1 + (n % MONTHS)}-${day}T10:00:00-05:00`, timezone: 'America/New_York', categories: ['meetings-events/security-council'],
  }));
  return path;
}
