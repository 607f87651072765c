/** One mail to one address. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** A whole document. */
  readonly html: string;
  /** The same for the same mail: with it a mailbox can tell a second copy, and a file is written over by it. Letters, digits, `.` and `-`. */
  readonly id: string;
  /** Where the reader ends these mails: a page, and for one click by the mail program (RFC 8058). */
  readonly unsubscribe: string;
}

/** What sends mails. */
export interface Mailer {
  /** False where mails go into files, because no mail server is set. */
  readonly delivers: boolean;
  /** Asks the server whether it would take mails, without sending one; throws `mail_away`. */
  check(): Promise<void>;
  /** Hands a mail over. Throws `mail_refused` for an address that takes none, `mail_away` where the server can't be reached. */
  send(mail: Mail): Promise<void>;
}
