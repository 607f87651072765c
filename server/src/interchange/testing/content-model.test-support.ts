import { SaxesParser } from 'saxes';

/** An element as a parser read it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly ReadElement[];
  /** All text within, that of children too. */
  readonly text: string;
  /** Whether there is text between its children. */
  readonly mixed: boolean;
}

/** What a specification says of an element; `children` is a pattern over names, each followed by a space. */
export interface ElementModel {
  readonly children: RegExp;
  readonly mixed?: boolean;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** What holds inside of it, where that is another vocabulary. */
  readonly within?: ContentModel;
}

export type ContentModel = Readonly<Record<string, ElementModel>>;

/** Reads a document with a parser that knows nothing of how it was written; throws where it is not well-formed, or a prefix stands for nothing. */
export function readXml(document: string): ReadElement {
  interface Open { name: string; attributes: Record<string, string>; children: Open[]; text: string; mixed: boolean }
  const root: Open = { name: '', attributes: {}, children: [], text: '', mixed: false };
  const open: Open[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (problem) => { throw problem; });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: Object.fromEntries(Object.values(attributes).map((one) => [one.name, one.value])), children: [], text: '', mixed: false };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
    const inner = open.at(-1);
    if (inner && text.trim() !== '') inner.mixed = true;
  });
  parser.on('closetag', () => { open.pop(); });
  parser.write(document).close();
  const [read] = root.children;
  if (!read) throw new Error('the document is empty');
  return read;
}

/** Every element of a name, at any depth. */
export const all = (element: ReadElement, name: string): readonly ReadElement[] =>
  [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))];

/** The first element of a name; throws where there is none. */
export function one(element: ReadElement, name: string): ReadElement {
  const [found] = all(element, name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

/** What of a document is not as a specification wants it, one sentence each; an element that the model doesn't know is told of too. */
export function breaches(element: ReadElement, model: ContentModel, path = ''): readonly string[] {
  const here = `${path}/${element.name}`;
  const rule = Object.hasOwn(model, element.name) ? model[element.name] : undefined;
  if (!rule) return [`${here} is not in the model`];
  const names = element.children.map(({ name }) => `${name} `).join('');
  const known = [...rule.required ?? [], ...rule.optional ?? []];
  return [
    ...(new RegExp(`^(?:${rule.children.source})$`).test(names) ? [] : [`${here} holds ${names === '' ? 'nothing' : names}`]),
    ...(element.mixed && rule.mixed !== true ? [`${here} holds text`] : []),
    ...(rule.required ?? []).filter((name) => (element.attributes[name] ?? '') === '').map((name) => `${here} lacks ${name}`),
    ...Object.keys(element.attributes).filter((name) => !known.includes(name)).map((name) => `${here} has ${name}`),
    ...element.children.flatMap((child) => breaches(child, rule.within ?? model, here)),
  ];
}
