import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { silentLog } from '#platform/log/index.ts';
import { createMailer, type Mail } from './index.ts';

const FROM = 'Web TV <tv@example.org>';
const MAIL: Mail = { to: 'ana@example.net', subject: 'مرحبا', text: 'Good news\n', html: '<p>Good news</p>', id: 'abc.1', unsubscribe: 'https://tv.example.org/ar/follow/x/stop' };

/** A mail server that says to each recipient what it is told to say, and keeps what it was sent. */
async function mailServer(answerTo: string): Promise<AsyncDisposable & { readonly url: string; readonly taken: string[] }> {
  const taken: string[] = [];
  const server = createServer((socket) => {
    let data: string | null = null;
    let rest = '';
    socket.write('220 ready\r\n');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (data !== null && line !== '.') data += `${line}\n`;
        else if (data !== null) { taken.push(data); data = null; socket.write('250 taken\r\n'); }
        else if (line === 'DATA') { data = ''; socket.write('354 go on\r\n'); }
        else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write(line.startsWith('RCPT') ? `${answerTo}\r\n` : '250 fine\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, taken, [Symbol.asyncDispose]: async () => { server.close(); } };
}

describe('a mail', () => {
  it('goes to the mail server with all that its reader and his mail program need', async () => {
    await using server = await mailServer('250 fine');
    const mailer = createMailer({ smtpUrl: server.url, from: FROM, folder: '', log: silentLog });
    expect(mailer.delivers).toBe(true);
    await mailer.check();
    await mailer.send(MAIL);
    expect(server.taken).toHaveLength(1);
    for (const line of ['From: Web TV <tv@example.org>', 'To: ana@example.net', 'Message-ID: <abc.1@example.org>', 'List-Unsubscribe: <https://tv.example.org/ar/follow/x/stop>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click', 'Auto-Submitted: auto-generated', 'Subject: =?UTF-8?']) expect(server.taken[0]).toContain(line);
  });

  it.each([['550 no such person', 'mail_refused'], ['451 come back later', 'mail_away']])('that is answered with %s is %s', async (answer, code) => {
    await using server = await mailServer(answer);
    await expect(createMailer({ smtpUrl: server.url, from: FROM, folder: '', log: silentLog }).send(MAIL)).rejects.toMatchObject({ code });
  });

  it('for a server that is not there waits', async () => {
    const mailer = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: FROM, folder: '', log: silentLog });
    await expect(mailer.send(MAIL)).rejects.toMatchObject({ code: 'mail_away' });
    await expect(mailer.check()).rejects.toMatchObject({ code: 'mail_away' });
  });

  it('is a file where no server is set: the same mail is the same file, and the log says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'openfloor-mail-'));
    const told: string[] = [];
    const log = { ...silentLog, warn: (_data: object | string, message?: string) => { told.push(message ?? ''); } };
    const mailer = createMailer({ smtpUrl: undefined, from: FROM, folder: join(folder, 'mail'), log });
    await mailer.send(MAIL);
    await mailer.send(MAIL);
    expect(mailer.delivers).toBe(false);
    expect(await readdir(join(folder, 'mail'))).toEqual(['abc.1.eml']);
    expect(await readFile(join(folder, 'mail', 'abc.1.eml'), 'utf8')).toContain('Good news');
    expect(told[0]).toContain('OPENFLOOR_SMTP_URL');
    await rm(folder, { recursive: true });
  });
});
