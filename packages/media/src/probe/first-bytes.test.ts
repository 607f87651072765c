import { describe, expect, it } from 'vitest';
import { disguiseOf, isMp4Start, promisedBytes } from './first-bytes.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('disguiseOf', () => {
  it.each([
    ['#EXTM3U\n#EXTINF:6,\na.ts\n', 'a playlist'], ['\ufeff#EXTM3U\n', 'a playlist'], ["ffconcat version 1.0\nfile 'a'\n", 'a script'],
    ['<svg xmlns="x"/>', 'a drawing'], ['<?xml version="1.0"?>\n<svg/>', 'a drawing'], ['<?xml version="1.0"?><MPD/>', 'an XML text'],
    ['<!DOCTYPE html><title>404</title>', 'a web page'], ['v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n', 'the address of a network stream'],
    ['%PDF-1.7\n\u0001', 'a PDF'], ['PK\u0003\u0004..', 'a ZIP'], ['Dear all,\nplease find', 'a text'], ['\u0000\u0000\u0000\u0000', 'full of zeros'],
  ])('knows %j', (text, is) => {
    expect(disguiseOf(bytes(text))).toMatch(new RegExp(`^${is}`));
  });

  it('says nothing about recordings and about what it does not know', () => {
    for (const head of [[0, 0, 0, 32, 0x66, 0x74, 0x79, 0x70], [0x1a, 0x45, 0xdf, 0xa3], [0x47, 0x40, 0, 0x10], [0xff, 0xf1, 0x4c], [1, 2, 3, 200], []]) {
      expect(disguiseOf(Uint8Array.from(head))).toBeUndefined();
    }
  });

  it('reads a text whose last letter is cut in two', () => {
    expect(disguiseOf(bytes('#EXTM3U é').subarray(0, -1))).toMatch(/^a playlist/);
  });
});

it('tells an MP4 file by its first box', () => {
  expect(isMp4Start(bytes('\u0000\u0000\u0000\u0020ftypisom'))).toBe(true);
  expect(isMp4Start(bytes('RIFF....WAVE'))).toBe(false);
});

it('reads how many bytes a WAV, AVI or AIFF header promises, where it does', () => {
  expect(promisedBytes(Uint8Array.from([...bytes('RIFF'), 0, 1, 0, 0, ...bytes('WAVE')]))).toBe(264);
  expect(promisedBytes(Uint8Array.from([...bytes('FORM'), 0, 0, 1, 0, ...bytes('AIFF')]))).toBe(264);
  for (const open of [0, 255]) expect(promisedBytes(Uint8Array.from([...bytes('RIFF'), open, open, open, open, ...bytes('WAVE')]))).toBeUndefined();
  expect(promisedBytes(bytes('fLaC'))).toBeUndefined();
});
