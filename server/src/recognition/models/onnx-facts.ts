import { open, type FileHandle } from 'node:fs/promises';

/** What the file of a neural network says about itself. */
export interface OnnxFacts {
  /** What its maker wrote into it, such as `model_type`. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly outputs: readonly string[];
}

// Fields of the messages ModelProto, GraphProto, StringStringEntryProto and ValueInfoProto of the ONNX format.
const MODEL_GRAPH = 7;
const MODEL_METADATA = 14;
const GRAPH_OUTPUT = 12;
const FIRST = 1;
const SECOND = 2;

const HEAD_BYTES = 24;
// Texts that say what a network is; weights are never read.
const LONGEST_TEXT = 1 << 20;

/**
 * Reads what an ONNX file says about itself without loading it: networks of gigabytes take a few milliseconds.
 * Null when the file is no ONNX file, or a damaged one.
 */
export async function readOnnxFacts(path: string): Promise<OnnxFacts | null> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const metadata = new Map<string, string>();
  const outputs: string[] = [];
  let graphs = 0;
  try {
    for await (const field of fields(file, 0, size)) {
      if (field.id === MODEL_METADATA) {
        const [key = '', value = ''] = await texts(file, field, [FIRST, SECOND]);
        metadata.set(key, value);
      } else if (field.id === MODEL_GRAPH) {
        graphs += 1;
        for await (const inner of fields(file, field.from, field.to)) if (inner.id === GRAPH_OUTPUT) outputs.push(...await texts(file, inner, [FIRST]));
      }
    }
  } catch (error) {
    if (error instanceof NoOnnx) return null;
    throw error;
  }
  return graphs === 0 ? null : { metadata, outputs };
}

class NoOnnx extends Error {}

/** A field of a message, with where its bytes lie in the file; numbers have none. */
interface Field {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

const WIRE = { number: 0, eight: 1, bytes: 2, four: 5 } as const;

async function* fields(file: FileHandle, from: number, to: number): AsyncGenerator<Field> {
  const head = new Uint8Array(HEAD_BYTES);
  for (let at = from; at < to;) {
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, at);
    const tag = varint(head, 0, bytesRead);
    const wire = tag.value % 8;
    const id = Math.floor(tag.value / 8);
    if (id === 0) throw new NoOnnx();
    if (wire === WIRE.number) at += varint(head, tag.next, bytesRead).next;
    else if (wire === WIRE.eight) at += tag.next + 8;
    else if (wire === WIRE.four) at += tag.next + 4;
    else if (wire === WIRE.bytes) {
      const length = varint(head, tag.next, bytesRead);
      const begins = at + length.next;
      at = begins + length.value;
      if (at > to) throw new NoOnnx();
      yield { id, from: begins, to: at };
    } else throw new NoOnnx();
  }
}

/** The texts of a small message by the numbers of its fields; '' for one that is not there. */
async function texts(file: FileHandle, message: Field, wanted: readonly number[]): Promise<string[]> {
  const found = new Map<number, string>();
  for await (const { id, from, to } of fields(file, message.from, message.to)) {
    if (!wanted.includes(id) || to - from > LONGEST_TEXT) continue;
    const { buffer } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    found.set(id, buffer.toString('utf8'));
  }
  return wanted.map((id) => found.get(id) ?? '');
}

function varint(bytes: Uint8Array, from: number, length: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = from; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * 2 ** (7 * (at - from));
    if (byte < 128) return { value, next: at + 1 };
  }
  throw new NoOnnx();
}
