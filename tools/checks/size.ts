import { type Check, isCode } from './source.ts';

const MOST_LINES = 400;
const GRAB_BAG = /(^|\/|[.-])(utils?|helpers?|manager|misc|common|types)(?=[.-]|\/|\d*\.tsx?$)/;

/** Nobody reads or changes what a tool wrote. */
const isMade = (text: string): boolean => text.startsWith('// Made from ');

/** A file over 400 lines has more than one subject. */
export const checkSize: Check = (sources) =>
  sources.filter(({ path, text }) => isCode(path) && !isMade(text)).flatMap(({ path, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return lines > MOST_LINES ? [{ path, message: `has ${lines} lines, ${MOST_LINES} is the most: split it by subject` }] : [];
  });

/** Files named for no subject become places where everything is put. */
export const checkNames: Check = (sources) =>
  sources.filter(({ path }) => isCode(path)).flatMap(({ path }) => {
    const bad = GRAB_BAG.exec(path)?.[2];
    return bad === undefined ? [] : [{ path, message: `is named "${bad}": name it for what it is about` }];
  });
