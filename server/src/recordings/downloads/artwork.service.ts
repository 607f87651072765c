import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Browse, BodyNode, Meetings } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { dirOf, languageName, pick, type LocalizedText, type UiLanguage } from '#platform/i18n/index.ts';
import type { Tools } from '#platform/process/index.ts';
import { artworkArgs, artworkWords } from './artwork.domain.ts';
import type { FileCache } from './file-cache.ts';

const BYTES = 300_000;
const LIMIT_MS = 30_000;

export interface ArtworksDeps {
  readonly meetings: Pick<Meetings, 'listBodies'>;
  /** Languages that can be heard: for no other is a picture made. */
  readonly browse: Pick<Browse, 'languages'>;
  /** The name of the site and its sentence. */
  readonly siteWords: (language: UiLanguage) => { readonly name: string; readonly tagline: string };
  readonly cache: FileCache;
  readonly tools: Tools;
}

/** The picture of a podcast: of one language that is heard, of one body or of all, with words in one language. */
export interface ArtworkRequest {
  readonly language: UiLanguage;
  /** A language that can be heard; `floor` for what is said in the room. */
  readonly spoken: string;
  /** Slug; null for all. */
  readonly body: string | null;
}

/** Square pictures for podcast programs, drawn when somebody asks for them. */
export class Artworks {
  readonly #deps;

  constructor(deps: ArtworksDeps) {
    this.#deps = deps;
  }

  /** Draws the picture, or finds it drawn; returns its key in the cache. Throws `not_found`, `media_failed`, `disk_full`. */
  async picture({ language, spoken, body }: ArtworkRequest): Promise<string> {
    if (spoken !== 'floor' && !await this.#isHeard(spoken)) throw new AppError('not_found', { what: 'picture', id: spoken });
    const site = this.#deps.siteWords(language);
    const title = body === null ? { text: site.tagline, dir: dirOf(language) } : await this.#nameOf(body, language);
    const words = artworkWords({ title: title.text, language: languageName(spoken === 'floor' ? 'mul' : spoken, language), site: site.name }, title.dir === 'rtl');
    const key = `artwork/${createHash('sha256').update(words).digest('hex').slice(0, 32)}.jpg`;
    await this.#deps.cache.ensure(key, BYTES, async (target, folder) => {
      await writeFile(`${folder}/artwork.ass`, words);
      await this.#deps.tools.run({ tool: 'ffmpeg', argv: artworkArgs(target), cwd: folder, timeoutMs: LIMIT_MS, nice: 5 });
    });
    return key;
  }

  async #isHeard(spoken: string): Promise<boolean> {
    const tag = spoken.toLowerCase();
    return (await this.#deps.browse.languages()).some((one) => one.toLowerCase() === tag || one.toLowerCase().startsWith(`${tag}-`));
  }

  async #nameOf(slug: string, language: UiLanguage) {
    const name = nameIn(await this.#deps.meetings.listBodies(), slug);
    if (name === undefined) throw new AppError('not_found', { what: 'body', id: slug });
    return pick(name, language) ?? { text: slug, dir: dirOf(language) };
  }
}

function nameIn(bodies: readonly BodyNode[], slug: string): LocalizedText | undefined {
  for (const { slug: own, name, children } of bodies) {
    const found = own === slug ? name : nameIn(children, slug);
    if (found) return found;
  }
  return undefined;
}
