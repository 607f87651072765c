import { resolve } from 'node:path';
import type { z } from 'zod';
import { AppError } from '#platform/errors/index.ts';
import { nearest } from './nearest.ts';
import { SETTINGS, type Setting, type SettingName } from './settings.ts';

type Values = { readonly [N in SettingName]: z.output<(typeof SETTINGS)[N]['schema']> };

/** The settings of this process, read once. */
export type Config = {
  /** undefined = the built-in PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Absolute. */
  readonly dataFolder: string;
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end; undefined = derived from host and port. */
  readonly publicUrl: string | undefined;
  /** Whom other archives write to. */
  readonly contact: string | undefined;
  /** What stands for the country in Akoma Ntoso's addresses. */
  readonly jurisdiction: string;
  /** Whose word on forwarded requests counts. */
  readonly trustedProxy: Values['OPENFLOOR_TRUSTED_PROXY'];
  /** Requests a minute from one address; 0 = no limit. */
  readonly rateLimit: number;
  readonly sendMedia: Values['OPENFLOOR_SEND_MEDIA'];
  /** Of files made on demand. */
  readonly downloadsBytes: number;
  /** undefined = mails go into files. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly sample: boolean;
  /** Whether Openfloor's own topics come along. */
  readonly ownTopics: boolean;
  readonly roles: ReadonlySet<'serve' | 'work'>;
  readonly log: Values['OPENFLOOR_LOG'];
  readonly keepSource: boolean;
  readonly mediaMemoryMb: number;
  readonly mediaHours: number;
  readonly mediaJobs: number;
  /** Absolute; undefined = nothing is recognised. */
  readonly recognitionModels: string | undefined;
  readonly recognitionThreads: number;
  readonly ffmpegPath: string | undefined;
  readonly ffprobePath: string | undefined;
};

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads all settings at once. Empty counts as unset. Throws `config_invalid` with every problem in
 * one plain sentence each; unknown `OPENFLOOR_*` names are problems too: a typing error in a
 * setting is found at the start, not months later.
 */
export function readConfig(env: Env): Config {
  const problems: string[] = [...unknownSettings(env)];
  const read = <N extends SettingName>(name: N): Values[N] | undefined => {
    const setting: Setting = SETTINGS[name];
    const text = env[name]?.trim() || setting.default;
    if (text === '') return undefined;
    const result = setting.schema.safeParse(text);
    if (result.success) return result.data as Values[N];
    problems.push(`${name} ${result.error.issues[0]?.message ?? 'is not right'}, but it is ${JSON.stringify(withoutPassword(text))}.`);
    return undefined;
  };
  // A setting with a default is undefined only when it is wrong, and then the config is never returned.
  const required = <N extends SettingName>(name: N): Values[N] => read(name) as Values[N];

  const publicUrl = read('OPENFLOOR_PUBLIC_URL');
  const models = read('OPENFLOOR_RECOGNITION_MODELS');
  const config: Config = {
    databaseUrl: read('DATABASE_URL'),
    dataFolder: resolve(read('OPENFLOOR_DATA') ?? ''),
    port: required('OPENFLOOR_PORT'),
    host: required('OPENFLOOR_HOST'),
    publicUrl,
    contact: read('OPENFLOOR_CONTACT'),
    jurisdiction: required('OPENFLOOR_JURISDICTION'),
    trustedProxy: required('OPENFLOOR_TRUSTED_PROXY'),
    rateLimit: required('OPENFLOOR_RATE_LIMIT'),
    sendMedia: required('OPENFLOOR_SEND_MEDIA'),
    downloadsBytes: required('OPENFLOOR_DOWNLOADS_GB') * 1e9,
    smtpUrl: read('OPENFLOOR_SMTP_URL'),
    mailFrom: read('OPENFLOOR_MAIL_FROM') ?? `openfloor@${publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname}`,
    sample: required('OPENFLOOR_SAMPLE'),
    ownTopics: required('OPENFLOOR_TOPICS'),
    roles: required('OPENFLOOR_ROLES'),
    log: required('OPENFLOOR_LOG'),
    keepSource: required('OPENFLOOR_KEEP_SOURCE'),
    mediaMemoryMb: required('OPENFLOOR_MEDIA_MEMORY_MB'),
    mediaHours: required('OPENFLOOR_MEDIA_HOURS'),
    mediaJobs: required('OPENFLOOR_MEDIA_JOBS'),
    recognitionModels: models === undefined ? undefined : resolve(models),
    recognitionThreads: Math.round(required('OPENFLOOR_RECOGNITION_THREADS')),
    ffmpegPath: read('FFMPEG_PATH'),
    ffprobePath: read('FFPROBE_PATH'),
  };
  if (config.smtpUrl !== undefined && publicUrl === undefined) problems.push('OPENFLOOR_SMTP_URL needs OPENFLOOR_PUBLIC_URL: the links in mails begin with it.');
  if (problems.length > 0) throw new AppError('config_invalid', { problems: problems.join(' ') });
  return Object.freeze(config);
}

// `scheme://user:password@host`, also where the rest makes no sense.
const withoutPassword = (text: string): string => text.replace(/(:\/\/[^:@/]*:)[^@]*@/, '$1***@');

function* unknownSettings(env: Env): Generator<string> {
  const known = Object.keys(SETTINGS);
  for (const name of Object.keys(env)) {
    if (!name.startsWith('OPENFLOOR_') || known.includes(name)) continue;
    const meant = nearest(name, known);
    yield `There is no setting ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}${meant === undefined ? '.' : ''}`;
  }
}
