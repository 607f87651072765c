import { expect, it } from 'vitest';
import { readWords } from '../read/read-words.ts';
import { writeSrt } from './write-srt.ts';

const read = (text: string) => readWords(new TextEncoder().encode(text));
const short = (text: string) => read(text).segments.map(({ startMs, endMs, text: spoken }) => [startMs, endMs, spoken]);

it('reads SubRip, without its marks', () => {
  const { format, segments, damage } = read('\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>Good</i> <font color="red">morning</font>\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\n- Yes.\r\n- No.\r\n');
  expect([format, damage]).toEqual(['srt', []]);
  expect(segments.map(({ text }) => text)).toEqual(['Good morning', '- Yes.\n- No.']);
});

it('reads SubRip without numbers, without empty lines, with odd times', () => {
  expect(short('00:00:01.5 -> 0:00:02\nOne\n2\n00:00:03,000-->00:00:04,000\nTwo\n\n3\n00:00:05:250 --> 00:00:06:000  X1:10 X2:20\nThree')).toEqual([
    [1500, 2000, 'One'], [3000, 4000, 'Two'], [5250, 6000, 'Three'],
  ]);
});

it('begins at 0 what would begin before it', () => {
  expect(short('1\n-00:00:01,000 --> 00:00:02,000\nOne')).toEqual([[0, 2000, 'One']]);
});

it('keeps numbers that are text', () => {
  expect(short('1\n00:00:01,000 --> 00:00:02,000\n2026\n\n2\n00:00:03,000 --> 00:00:04,000\n1,000\n2000\n\n3\n00:00:05,000 --> 00:00:06,000\nEnd')).toEqual([
    [1000, 2000, '2026'], [3000, 4000, '1,000\n2000'], [5000, 6000, 'End'],
  ]);
});

it('keeps text after an empty line and before the first times, and gives a length to what has none', () => {
  const { segments, passages, damage } = read('Made by hand\n\n1\n00:00:05,000 --> 00:00:02,000\nOne\n\nmore of one\n\n2\n00:00:06,000 --> 00:00:06,000\nTwo\n');
  expect(segments.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([[5000, 6000, 'One\nmore of one'], [6000, 9000, 'Two']]);
  expect(passages).toEqual([{ line: 1, text: 'Made by hand', speaker: null }]);
  expect(damage.map(({ line, says }) => [line, says.split(' ', 3).join(' ')])).toEqual([[1, 'comes before the'], [4, 'ends before it'], [6, 'is an empty'], [10, 'has no length;']]);
});

it('tells a text that is a number from the number of the next caption', () => {
  expect(short('00:00:01,000 --> 00:00:02,000\n2026\n00:00:03,000 --> 00:00:04,000\nEnd')).toEqual([[1000, 2000, '2026'], [3000, 4000, 'End']]);
  expect(short('1\n00:00:01,000 --> 00:00:02,000\n2\n00:00:03,000 --> 00:00:04,000\nEnd')).toEqual([[3000, 4000, 'End']]);
});

it('reads SBV and SubViewer', () => {
  expect(short('0:00:01.000,0:00:02.500\nOne\nmore\n\n0:00:03.000,0:00:04.000\nTwo')).toEqual([[1000, 2500, 'One\nmore'], [3000, 4000, 'Two']]);
  expect(short('[INFORMATION]\n[TITLE]\n[END INFORMATION]\n[SUBTITLE]\n00:00:01.25,00:00:02.50\nOne[br]more\n[END SUBTITLE]\n')).toEqual([[1250, 2500, 'One\nmore']]);
});

it('writes SubRip that it reads the same', () => {
  const { segments } = read('1\n00:00:01,000 --> 00:00:02,000\nتحدث السيد Kofi Annan\nثم صمت\n\n2\n100:00:02,500 --> 100:00:04,000\n42\n');
  expect(read(writeSrt(segments)).segments).toEqual(segments);
  expect(writeSrt([{ ...segments[0]!, speaker: 'Chair' }], { speakers: true })).toContain('\nChair: تحدث');
});

it('takes the speaker of a voice mark, and nothing of a script', () => {
  const { segments } = read('1\n00:00:01,000 --> 00:00:02,000\n<v Chair>Good <script>morning</script>\n');
  expect(segments).toMatchObject([{ speaker: 'Chair', text: 'Good morning' }]);
});
