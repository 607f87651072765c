import { decodeEntities } from '../../formats/read/entities.ts';
import { paragraphSource, type SourceLine, type SourceText } from './source-text.ts';

const BLOCKS = new Set('address article blockquote body br center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 hr html li main ol p pre section table tbody td tfoot th thead tr ul'.split(' '));
const FRAMES = new Set(['nav', 'header', 'footer', 'aside', 'button', 'form', 'menu']);
const UNREAD = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'textarea', 'select']);
const EMPTY = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr', 'col', 'source']);

// The bounds keep a page of quotes that never close from being read again for each of them.
const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([A-Za-z][A-Za-z0-9:-]{0,40})((?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,4000})>|<[!?][^>]{0,4000}>/gu;

/** The paragraphs of a web page. Nothing in it is run or fetched; what is no text for people is left. */
export function htmlSource(html: string): SourceText {
  const page = new Page();
  let at = 0;
  for (const tag of html.matchAll(TAG)) {
    page.text(html.slice(at, tag.index));
    at = tag.index + tag[0].length;
    const [, slash, name, attributes = ''] = tag;
    if (name !== undefined) page.tag(name.toLowerCase(), slash === '/', attributes);
  }
  page.text(html.slice(at));
  return paragraphSource(page.done());
}

interface Open { readonly name: string; readonly part: SourceLine['part'] | 'unread' }

class Page {
  readonly #found: Pick<SourceLine, 'text' | 'part'>[] = [];
  readonly #open: Open[] = [];
  #line = '';

  text(raw: string): void {
    if (this.#part() !== 'unread') this.#line += decodeEntities(raw);
  }

  tag(name: string, closes: boolean, attributes: string): void {
    if (this.#part() === 'unread' && !(closes && this.#open.at(-1)?.name === name)) return;
    const part = closes ? this.#around(name) : partOf(name, attributes, this.#part());
    if (BLOCKS.has(name) || part !== this.#part()) this.#endLine();
    if (closes) this.#close(name);
    else if (!EMPTY.has(name) && !attributes.endsWith('/')) this.#open.push({ name, part });
  }

  done(): Pick<SourceLine, 'text' | 'part'>[] {
    this.#endLine();
    return this.#found;
  }

  #part(): Open['part'] {
    return this.#open.at(-1)?.part ?? 'body';
  }

  /** What holds the innermost element of a name. */
  #around(name: string): Open['part'] {
    const at = this.#open.findLastIndex((open) => open.name === name);
    return at < 0 ? this.#part() : this.#open[at - 1]?.part ?? 'body';
  }

  // A closing tag without its opening one closes nothing; one that is missing is closed with what holds it.
  #close(name: string): void {
    const at = this.#open.findLastIndex((open) => open.name === name);
    if (at >= 0) this.#open.splice(at);
  }

  #endLine(): void {
    const text = this.#line.replace(/[^\S\u00a0]+/gu, ' ').trim();
    const part = this.#part();
    if (text !== '' && part !== 'unread') this.#found.push({ text, part });
    this.#line = '';
  }
}

function partOf(name: string, attributes: string, around: Open['part']): Open['part'] {
  if (UNREAD.has(name)) return 'unread';
  if (/\b(?:class|role|id|epub:type)\s*=\s*["']?[^"'>]*foot-?note(?!-?ref)/iu.test(attributes)) return 'footnote';
  return FRAMES.has(name) ? 'frame' : around;
}
