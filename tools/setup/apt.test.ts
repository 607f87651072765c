import { describe, expect, it } from 'vitest';
import { aptComplaint, aptProgress } from './apt.mjs';

describe('progress of apt-get', () => {
  it.each([
    ['dlstatus:1:20.4512:Retrieving file 1 of 3', 'downloading 20 %'],
    ['pmstatus:libx264-164:amd64:45.9090:Unpacking libx264-164 (amd64)', 'unpacking 45 %'],
    ['Get:1 http://deb.debian.org/debian bookworm/main amd64 ffmpeg', undefined],
  ])('%s', (line, word) => {
    expect(aptProgress(line)).toBe(word);
  });
});

describe('why apt-get failed', () => {
  it.each([
    ['E: Could not get lock /var/lib/dpkg/lock-frontend.', /Another program is installing/],
    ["E: You don't have enough free space in /var/cache/apt/archives/.", /disk is full/],
    ['Err:1 http://deb.debian.org Temporary failure resolving', /could not download/],
    ['E: Unable to locate package chromium', /no chromium\. Install it by hand/],
    ["E: Package 'ffmpeg' has no installation candidate", /no ffmpeg\. Install it by hand/],
    ['E: Sub-process dpkg returned an error code (1)', /sudo apt-get install -y ffmpeg\nE: Sub-process/],
  ])('%s', (output, sentence) => {
    expect(aptComplaint(output, ['ffmpeg'])).toMatch(sentence);
  });
});
