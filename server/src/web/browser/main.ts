import { readerTime } from './reader-time.ts';

// The page is right without this: it says the meeting's own time. Here the reader's is added beside it.
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-reader][data-zone]')) {
  const { reader = '', zone = 'UTC' } = time.dataset;
  const own = readerTime(new Date(time.dateTime), document.documentElement.lang, zone, timeZone);
  if (own === null) continue;
  const beside = document.createElement('span');
  beside.className = 'reader-time';
  beside.textContent = reader.replace('{time}', own);
  time.after(beside);
}
