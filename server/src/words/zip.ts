import { crc32, deflateRawSync } from 'node:zlib';

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [VERSION, UTF8_NAMES, DEFLATED] = [20, 0x0800, 8];
// The first day that the form knows: the same text gives the same bytes.
const DAY = 0x0021;

/** A ZIP archive (PKWARE APPNOTE 6.3) of a few small files, in their order. */
export function zip(files: ReadonlyMap<string, string>): Buffer<ArrayBuffer> {
  const entries: { readonly local: Buffer; readonly central: Buffer }[] = [];
  let offset = 0;
  for (const [path, text] of files) {
    const [name, plain] = [Buffer.from(path), Buffer.from(text)];
    const packed = deflateRawSync(plain);
    const facts = [DEFLATED, 0, DAY, crc32(plain), packed.length, plain.length, name.length, 0] as const;
    const local = Buffer.concat([shape([LOCAL, 4], [VERSION, 2], [UTF8_NAMES, 2], ...withSizes(facts)), name, packed]);
    const central = Buffer.concat([shape([CENTRAL, 4], [VERSION, 2], [VERSION, 2], [UTF8_NAMES, 2], ...withSizes(facts), [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name]);
    entries.push({ local, central });
    offset += local.length;
  }
  const directory = Buffer.concat(entries.map(({ central }) => central));
  const end = shape([END, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [directory.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...entries.map(({ local }) => local), directory, end]);
}

type Field = readonly [value: number, bytes: 2 | 4];

const SIZES = [2, 2, 2, 4, 4, 4, 2, 2] as const;
const withSizes = (facts: readonly number[]): Field[] => facts.map((value, n): Field => [value, SIZES[n] ?? 2]);

function shape(...fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  fields.reduce((at, [value, bytes]) => buffer.writeUIntLE(value, at, bytes), 0);
  return buffer;
}
