import { z } from 'zod';
import { trustedProxies } from '#platform/http/index.ts';
import { LOG_LEVELS } from '#platform/log/index.ts';

const port = z.string().regex(/^\d+$/, 'must be a number').transform(Number).refine((n) => n <= 65_535, 'must be at most 65535');
const onOff = z.enum(['on', 'off'], 'must be on or off').transform((value) => value === 'on');
const filePath = z.string().min(1, 'must be a path');

const numberBetween = (low: number, high: number) =>
  z.string().regex(/^\d+(\.\d+)?$/, 'must be a number').transform(Number)
    .refine((n) => n >= low && n <= high, `must be between ${low} and ${high}`);

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address that starts with http:// or https://' })
  .transform((value) => value.replace(/\/+$/, ''));

const smtpUrl = z.url({ protocol: /^smtps?$/, error: 'must be an address that starts with smtp:// or smtps://' });

const mailFrom = z.string().regex(/^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be an address such as openfloor@example.org, or a name with the address in <>');

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address that starts with postgres://' });

const roles = z.string().transform((value) => value.split(',').map((role) => role.trim()).filter(Boolean))
  .pipe(z.array(z.enum(['serve', 'work'], 'must be serve, work or both with a comma between')).min(1, 'must name serve, work or both'))
  .transform((list) => new Set(list));

const proxies = z.string().transform((list, context) => {
  try {
    return trustedProxies(list);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be none, loopback, private, or addresses and subnets with commas between' });
    return z.NEVER;
  }
});

/** One setting: how its text is read, what it is for, and what holds without it ('' = unset). */
export type Setting = {
  readonly schema: z.ZodType<unknown, string>;
  readonly description: string;
  readonly default: string;
  readonly example: string;
};

/** Every setting of the product, in the order of the reference page made from it. */
export const SETTINGS = {
  DATABASE_URL: { schema: databaseUrl, description: 'Your own PostgreSQL (16 or newer). Unset: the built-in PostgreSQL, kept in the data folder.', default: '', example: 'postgres://openfloor:secret@db.example.org/openfloor' },
  OPENFLOOR_DATA: { schema: filePath, description: 'The data folder: media, the built-in database, what is being worked on.', default: './data', example: '/var/lib/openfloor' },
  OPENFLOOR_PORT: { schema: port, description: 'The TCP port of the web server; 0 takes any free one.', default: '8080', example: '80' },
  OPENFLOOR_HOST: { schema: z.string().min(1, 'must be an address'), description: 'The address it listens on; 0.0.0.0 is every address of the machine.', default: '127.0.0.1', example: '0.0.0.0' },
  OPENFLOOR_PUBLIC_URL: { schema: webAddress, description: 'The address people use, where it differs (behind a proxy). It goes into feeds, links and embeds.', default: '', example: 'https://tv.example.org' },
  OPENFLOOR_CONTACT: { schema: z.email('must be an e-mail address'), description: 'Whom other archives write to about what they fetch from this one (OAI-PMH); webmaster@ and the host of the public address when unset.', default: '', example: 'archive@example.org' },
  OPENFLOOR_JURISDICTION: { schema: z.string().regex(/^[a-z]{2}(-[a-z0-9]{1,3})?$/, 'must be two small letters, with a dash and up to three more for a part of a country'), description: 'What stands for the country in the names of Akoma Ntoso documents: that of ISO 3166-1, un for the United Nations, zz for none.', default: 'zz', example: 'ch' },
  OPENFLOOR_TRUSTED_PROXY: { schema: proxies, description: 'Whose X-Forwarded-For, -Proto and -Host are believed: none, loopback, private, addresses or subnets, with commas between.', default: 'loopback', example: 'loopback,10.0.0.0/8' },
  OPENFLOOR_RATE_LIMIT: { schema: numberBetween(0, 1_000_000), description: 'Pages and API requests a minute from one address (media: twenty times as many); 0 sets no limit. This machine itself is never limited.', default: '3000', example: '12000' },
  OPENFLOOR_SEND_MEDIA: { schema: z.enum(['openfloor', 'nginx'], 'must be openfloor or nginx'), description: 'Who sends the bytes of media: openfloor, or the nginx in front of it (X-Accel-Redirect; docs/operate/nginx.conf).', default: 'openfloor', example: 'nginx' },
  OPENFLOOR_DOWNLOADS_GB: { schema: numberBetween(0.1, 100_000), description: 'The most disk space (GB) for MP4 files made on demand; the ones that nobody asked for longest go first.', default: '20', example: '200' },
  OPENFLOOR_SMTP_URL: { schema: smtpUrl, description: 'The mail server for mails to people who follow a search; needs OPENFLOOR_PUBLIC_URL. Unset: mails are written into the folder mail of the data folder.', default: '', example: 'smtps://openfloor:secret@mail.example.org' },
  OPENFLOOR_MAIL_FROM: { schema: mailFrom, description: 'Whom these mails are from. Unset: openfloor@ and the host of the public address.', default: '', example: 'Web TV <tv@example.org>' },
  OPENFLOOR_SAMPLE: { schema: onOff, description: 'Publishes the sample meeting at the first start.', default: 'on', example: 'off' },
  OPENFLOOR_TOPICS: { schema: onOff, description: 'Brings the vocabulary of topics along that comes with Openfloor (topics.md).', default: 'on', example: 'off' },
  OPENFLOOR_ROLES: { schema: roles, description: 'What this process does: serve (web), work (media and other jobs), or both.', default: 'serve,work', example: 'work' },
  OPENFLOOR_LOG: { schema: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`), description: 'How much is logged.', default: 'info', example: 'debug' },
  OPENFLOOR_KEEP_SOURCE: { schema: onOff, description: 'Keeps the files a meeting was published from, with their hash.', default: 'on', example: 'off' },
  OPENFLOOR_MEDIA_MEMORY_MB: { schema: numberBetween(256, 1_048_576), description: 'The most memory (MiB of address space) one ffmpeg may take.', default: '3000', example: '6000' },
  OPENFLOOR_MEDIA_HOURS: { schema: numberBetween(0.1, 240), description: 'The longest recording that is accepted, in hours.', default: '24', example: '48' },
  OPENFLOOR_MEDIA_JOBS: { schema: numberBetween(1, 64), description: 'How many encoders run at once in this process.', default: '1', example: '2' },
  OPENFLOOR_RECOGNITION_MODELS: { schema: filePath, description: 'The folder of your own speech recognition models (recognition.md). Unset: nothing is recognised.', default: '', example: '/var/lib/openfloor-models' },
  OPENFLOOR_RECOGNITION_THREADS: { schema: numberBetween(1, 64), description: 'How many threads recognition takes; it yields to everything else.', default: '2', example: '8' },
  FFMPEG_PATH: { schema: filePath, description: 'The ffmpeg program (5.1 or newer), where it is not on the PATH.', default: '', example: '/opt/ffmpeg/bin/ffmpeg' },
  FFPROBE_PATH: { schema: filePath, description: 'The ffprobe program, likewise.', default: '', example: '/opt/ffmpeg/bin/ffprobe' },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;
