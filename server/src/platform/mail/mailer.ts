import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { AppError, messageOf } from '#platform/errors/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Mail, Mailer } from './mail.ports.ts';

export interface MailerOptions {
  /** `smtp://` or `smtps://`; undefined: mails are written into the folder. */
  readonly smtpUrl: string | undefined;
  /** Whom mails are from: `name@example.org`, or with a name before it. */
  readonly from: string;
  /** Where mails are written that no server takes; made when there is one. */
  readonly folder: string;
  readonly log: Log;
}

// A server that hangs must not hold the worker for long; what failed is tried again.
const PATIENCE_MS = 30_000;

/** What sends the mails of this installation: a mail server where one is set, files where none is. */
export function createMailer({ smtpUrl, from, folder, log }: MailerOptions): Mailer {
  if (smtpUrl !== undefined) return smtpMailer(smtpUrl, from);
  const write = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    delivers: false,
    check: async () => undefined,
    async send(mail) {
      const { message } = await write.sendMail(mailOf(mail, from));
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${mail.id}.eml`);
      // Whole or not there: whoever looks into the folder never finds half a mail.
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
      log.warn({ file }, 'No mail server is set (OPENFLOOR_SMTP_URL), so a mail was not sent but written into a file');
    },
  };
}

function smtpMailer(url: string, from: string): Mailer {
  const timeouts = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  return {
    delivers: true,
    async check() {
      await transport.verify().catch((cause: unknown) => { throw failure('mail_away', cause); });
    },
    async send(mail) {
      try {
        await transport.sendMail(mailOf(mail, from));
      } catch (cause) {
        const { responseCode = 0, code } = cause as { readonly responseCode?: number; readonly code?: string };
        // 5xx to the address or the mail is for good (RFC 5321 4.2.1); anything else may be mended tomorrow.
        throw failure((code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500 ? 'mail_refused' : 'mail_away', cause);
      }
    },
  };
}

const failure = (code: 'mail_away' | 'mail_refused', cause: unknown): AppError => new AppError(code, { problem: messageOf(cause).split('\n', 1)[0] ?? '' }, { cause });

const mailOf = ({ to, subject, text, html, id, unsubscribe }: Mail, from: string) => ({
  from, to: { name: '', address: to }, subject, text, html,
  messageId: `<${id}@${hostOf(from)}>`,
  headers: {
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    // A machine wrote it, so no machine should answer (RFC 3834).
    'Auto-Submitted': 'auto-generated',
  },
});

const hostOf = (from: string): string => /@([^\s>@]+)/.exec(from)?.[1] ?? 'localhost';
