import { describe, expect, it } from 'vitest';
import { AppError, asAppError, isAppError } from './app-error.ts';
import { ERRORS, type ErrorCode } from './errors.ts';
import { MESSAGES_EN } from './messages.en.ts';
import { toProblem } from './problem.ts';
import { fill } from './template.ts';

describe('AppError', () => {
  it('is one clear sentence with what to do', () => {
    const error = new AppError('file_missing', { file: 'meeting.mkv' });
    expect([error.message, error.remedy]).toEqual(['The file meeting.mkv does not exist.', 'Check the name, or put the file there.']);
    expect([error.code, error.status, error.retry, isAppError(error)]).toEqual(['file_missing', 422, 'never', true]);
  });

  it('keeps its cause, and other errors become its cause', () => {
    const cause = new Error('inside');
    expect(new AppError('database_away', {}, { cause }).cause).toBe(cause);
    expect(asAppError(cause)).toMatchObject({ code: 'internal_error', cause });
    const known = new AppError('forbidden', { permission: 'recording:publish' });
    expect(asAppError(known)).toBe(known);
  });
});

describe('fill', () => {
  it('leaves out parts whose value is unknown and never shows a bare placeholder', () => {
    expect(fill('The recording[ {file}] has no sound.', {})).toBe('The recording has no sound.');
    expect(fill('The recording[ {file}] has no sound.', { file: 'a.mp4' })).toBe('The recording a.mp4 has no sound.');
    expect(fill('No {what} here.', {})).toBe('No (unknown) here.');
  });

  it('fills nothing that comes from a value, and ends with one full stop', () => {
    expect(fill('The file {file} does not exist.', { file: '{secret}', secret: 'x' })).toBe('The file {secret} does not exist.');
    expect(fill('It failed: {why}.', { why: 'It is empty.' })).toBe('It failed: It is empty.');
    expect(fill('The file {file} does not exist.', { file: 'a\u001b[2J\u0007\u009bb' })).toBe('The file a\ufffd[2J\ufffd\ufffdb does not exist.');
  });
});

describe('toProblem', () => {
  it('sends the details beside the standard members, which they cannot replace', () => {
    expect(toProblem(new AppError('bad_request', { problem: 'the body is not JSON', status: 200, code: 'x' }))).toEqual({
      type: 'urn:openfloor:error:bad_request',
      title: 'Bad request',
      status: 400,
      detail: 'The request cannot be understood: the body is not JSON.',
      remedy: 'Correct the request and send it again.',
      code: 'bad_request',
      problem: 'the body is not JSON',
    });
  });

  it('says nothing of the inside of an unknown error', () => {
    const problem = toProblem(new Error('password=hunter2 in /srv/secret'));
    expect(problem).toMatchObject({ status: 500, code: 'internal_error' });
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|srv/);
  });
});

describe('the table of errors', () => {
  const codes = Object.keys(ERRORS) as ErrorCode[];

  it('is in alphabetical order, as are its words', () => {
    expect(codes).toEqual(codes.toSorted());
    expect(Object.keys(MESSAGES_EN)).toEqual(codes);
  });

  it.each(codes)('%s has whole sentences', (code) => {
    const { says, remedy } = MESSAGES_EN[code];
    for (const text of [says, remedy]) expect(text).toMatch(/^[A-Z{].*([.!]|\{problems\})$/);
  });
});
