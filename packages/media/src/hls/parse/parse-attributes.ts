import { PlaylistSyntaxError, type Attribute, type ParsedRange } from './parsed.domain.ts';

/** How an attribute must be written (RFC 8216bis, section 4.2). */
type Form = 'integer' | 'float' | 'quoted' | 'word' | 'resolution';

const FORMS: Readonly<Record<Form, RegExp>> = {
  integer: /^\d{1,20}$/,
  float: /^\d+(\.\d+)?$/,
  quoted: /^"[^"\r\n]*"$/,
  word: /^[^",\s]+$/,
  resolution: /^\d+x\d+$/,
};

const STREAM = {
  BANDWIDTH: 'integer',
  'AVERAGE-BANDWIDTH': 'integer',
  SCORE: 'float',
  CODECS: 'quoted',
  'SUPPLEMENTAL-CODECS': 'quoted',
  RESOLUTION: 'resolution',
  'HDCP-LEVEL': 'word',
  'VIDEO-RANGE': 'word',
  'STABLE-VARIANT-ID': 'quoted',
  VIDEO: 'quoted',
  'PATHWAY-ID': 'quoted',
} as const;

/** The attributes that each tag may have. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  'EXT-X-MEDIA': {
    TYPE: 'word',
    URI: 'quoted',
    'GROUP-ID': 'quoted',
    LANGUAGE: 'quoted',
    'ASSOC-LANGUAGE': 'quoted',
    NAME: 'quoted',
    'STABLE-RENDITION-ID': 'quoted',
    DEFAULT: 'word',
    AUTOSELECT: 'word',
    FORCED: 'word',
    'INSTREAM-ID': 'quoted',
    'BIT-DEPTH': 'integer',
    'SAMPLE-RATE': 'integer',
    CHARACTERISTICS: 'quoted',
    CHANNELS: 'quoted',
  },
  // CLOSED-CAPTIONS is a quoted group or the bare word NONE; both are looked at where it is read.
  'EXT-X-STREAM-INF': { ...STREAM, 'FRAME-RATE': 'float', AUDIO: 'quoted', SUBTITLES: 'quoted' },
  'EXT-X-I-FRAME-STREAM-INF': { ...STREAM, URI: 'quoted' },
  'EXT-X-SESSION-DATA': { 'DATA-ID': 'quoted', VALUE: 'quoted', URI: 'quoted', FORMAT: 'word', LANGUAGE: 'quoted' },
  'EXT-X-MAP': { URI: 'quoted', BYTERANGE: 'quoted' },
};

/** Reads an attribute list; refuses unknown and repeated names, spaces, and values of the wrong form. */
export function parseAttributes(tag: string, text: string, line: number): ReadonlyMap<string, Attribute> {
  const found = new Map<string, Attribute>();
  const pattern = /([A-Z0-9-]+)=("[^"\r\n]*"|[^",\s]+)(,|$)/y;
  let end = 0;
  while (pattern.lastIndex < text.length || (found.size === 0 && text === '')) {
    const match = pattern.exec(text);
    const [, name = '', value = '', comma] = match ?? [];
    if (!match) throw new PlaylistSyntaxError(line, `the attribute list of ${tag} is malformed at "${text.slice(end, end + 20)}".`);
    end = pattern.lastIndex;
    if (comma === ',' && end === text.length) throw new PlaylistSyntaxError(line, `the attribute list of ${tag} ends with a comma.`);
    if (found.has(name)) throw new PlaylistSyntaxError(line, `${tag} has ${name} twice.`);
    checkForm(tag, name, value, line);
    const quoted = value.startsWith('"');
    found.set(name, { value: quoted ? value.slice(1, -1) : value, quoted });
  }
  return found;
}

function checkForm(tag: string, name: string, value: string, line: number): void {
  if (tag === 'EXT-X-STREAM-INF' && name === 'CLOSED-CAPTIONS') {
    if (value === 'NONE' || FORMS.quoted.test(value)) return;
    throw new PlaylistSyntaxError(line, 'CLOSED-CAPTIONS must be NONE or a quoted group.');
  }
  const form = ATTRIBUTES[tag]?.[name];
  if (!form) throw new PlaylistSyntaxError(line, `${tag} has no attribute ${name}.`);
  if (!FORMS[form].test(value)) throw new PlaylistSyntaxError(line, `${name} of ${tag} must be written as ${form}, not ${value}.`);
}

/** `length@offset`; without an offset it goes on where the range before it in the same file ended. */
export function parseRange(text: string, before: number | undefined, line: number): ParsedRange {
  const match = /^(\d+)(?:@(\d+))?$/.exec(text);
  const offset = match?.[2] === undefined ? before : Number(match[2]);
  if (!match || offset === undefined) throw new PlaylistSyntaxError(line, `the byte range "${text}" is not length@offset.`);
  return { length: Number(match[1]), offset };
}
