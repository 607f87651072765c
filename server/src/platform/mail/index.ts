export type { Mail, Mailer } from './mail.ports.ts';
export { createMailer } from './mailer.ts';
