/**
 * A meeting's time on the reader's clock, `16:00`, with the date where that differs too; null where both clocks show
 * the same, so there is nothing to add.
 */
export function readerTime(at: Date, language: string, meetingZone: string, readerZone: string): string | null {
  const locale = `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`;
  const show = (timeZone: string, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  const date = { day: 'numeric', month: 'long' } as const;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const sameDay = show(meetingZone, date) === show(readerZone, date);
  if (sameDay && show(meetingZone, time) === show(readerZone, time)) return null;
  return show(readerZone, sameDay ? time : { ...date, ...time });
}
