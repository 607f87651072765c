import { publicActor } from '#access/index.ts';
import type { MeetingDetail, MeetingChanges, Meetings } from '#meetings/index.ts';
import { akomaNtoso } from '../akn/akoma-ntoso.domain.ts';
import type { Interchange } from '../interchange.service.ts';
import type { InterchangeScope } from '../scope.domain.ts';
import { teiDocument } from '../tei/tei-document.domain.ts';
import type { Xml } from '#platform/xml/index.ts';
import { dublinCore } from './oai-dc.domain.ts';
import { OaiError } from './oai-error.domain.ts';
import { formatOf, MOST_AT_ONCE, type OaiFormat } from './oai-formats.domain.ts';
import type { Harvest } from './oai-harvest.domain.ts';
import { seconds } from './oai-harvest.domain.ts';
import { removedSpecsOf, setSpecsOf, setsOf, type OaiSet } from './oai-sets.domain.ts';

export interface OaiRecordsDeps {
  readonly meetings: Pick<Meetings, 'changes' | 'listBodies' | 'listCategories'>;
  readonly interchange: Interchange;
  /** The languages that meetings have words in, `mul` among them. */
  readonly languages: () => Promise<readonly string[]>;
}

/** What a harvester needs to know of a record to decide whether to fetch it. */
export interface OaiHeader {
  /** Of the meeting. */
  readonly id: string;
  readonly datestamp: string;
  readonly setSpecs: readonly string[];
  readonly deleted: boolean;
}

export interface OaiRecord extends OaiHeader {
  /** Null where it was not asked for, and of a record that has gone. */
  readonly metadata: Xml | null;
}

export interface OaiPart {
  readonly records: readonly OaiRecord[];
  /** Where the next part begins; null after the last. */
  readonly next: string | null;
}

type Item = MeetingChanges['meetings'][number];
const actor = publicActor();
const LOOK_AHEAD = 50;

/** The meetings as records of OAI-PMH: everything public, and what was. */
export class OaiRecords {
  readonly #deps;

  constructor(deps: OaiRecordsDeps) {
    this.#deps = deps;
  }

  /** The earliest time of a change; null in an empty archive. */
  async earliest(): Promise<string | null> {
    const [first] = (await this.#deps.meetings.changes(actor, { limit: 1 })).meetings;
    return first ? seconds(first.updatedAt) : null;
  }

  /** The sets there are; throws `noSetHierarchy` where there are none. */
  async sets(): Promise<readonly OaiSet[]> {
    const sets = setsOf(await this.#deps.meetings.listBodies(), await this.#deps.meetings.listCategories());
    if (sets.length === 0) throw new OaiError('noSetHierarchy', 'There are no sets.');
    return sets;
  }

  /** In which languages documents can be had, of one meeting or of any; throws `idDoesNotExist`, `noMetadataFormats` for one that has gone. */
  async languages(id: string | null): Promise<readonly string[]> {
    if (id === null) return this.#deps.languages();
    const item = await this.#find(id);
    if (isGone(item)) throw new OaiError('noMetadataFormats', 'This meeting is not public any more.');
    return this.#deps.interchange.languages(item);
  }

  /** One record; throws `idDoesNotExist`, `cannotDisseminateFormat`. */
  async get(scope: InterchangeScope, id: string, prefix: string): Promise<OaiRecord> {
    const format = await this.#format(prefix);
    const item = await this.#find(id);
    if (!isGone(item) && !await this.#has(item, format)) throw new OaiError('cannotDisseminateFormat', `This meeting has no ${prefix}.`);
    return this.#record(scope, item, format);
  }

  /** A part of a list; throws `cannotDisseminateFormat`, `noSetHierarchy`, `noRecordsMatch`. */
  async list(scope: InterchangeScope, harvest: Harvest, what: 'headers' | 'records'): Promise<OaiPart> {
    const format = await this.#format(harvest.metadataPrefix);
    const set = harvest.set === null ? null : (await this.sets()).find(({ spec }) => spec === harvest.set);
    const none = new OaiError(harvest.cursor === null ? 'noRecordsMatch' : 'badResumptionToken', 'There are no such records.');
    if (set === undefined) throw none;
    const limit = MOST_AT_ONCE[what === 'headers' ? 'headers' : format.kind];
    for (let { cursor } = harvest; ;) {
      const { items, next } = await this.#page({ ...harvest, cursor }, set, format, limit);
      if (items.length > 0) {
        const records: OaiRecord[] = [];
        for (const item of items) records.push(what === 'headers' ? { ...headerOf(item), metadata: null } : await this.#record(scope, item, format));
        return { records, next: next !== null && await this.#goesOn({ ...harvest, cursor: next }, set, format) ? next : null };
      }
      if (next === null) throw none;
      cursor = next;
    }
  }

  /** Whether anything comes after a place: a list must not promise what it doesn't hold. */
  async #goesOn(harvest: Harvest, set: OaiSet | null, format: OaiFormat): Promise<boolean> {
    for (let { cursor } = harvest; cursor !== null;) {
      const { items, next } = await this.#page({ ...harvest, cursor }, set, format, LOOK_AHEAD);
      if (items.length > 0) return true;
      cursor = next;
    }
    return false;
  }

  async #page({ from, until, cursor }: Harvest, set: OaiSet | null, format: OaiFormat, limit: number): Promise<{ readonly items: readonly Item[]; readonly next: string | null }> {
    const page = await this.#deps.meetings.changes(actor, {
      limit, ...(from !== null && { updatedSince: from }), ...(cursor !== null && { cursor }),
      ...(set?.body !== undefined && { body: set.body }), ...(set?.category !== undefined && { category: set.category }),
    });
    const inTime = page.meetings.filter(({ updatedAt }) => until === null || seconds(updatedAt) <= until);
    const items: Item[] = [];
    for (const item of inTime) if (isGone(item) ? inRoot(item, set) : inRoot(item, set) && await this.#has(item, format)) items.push(item);
    return { items, next: inTime.length < page.meetings.length ? null : page.next };
  }

  async #format(prefix: string): Promise<OaiFormat> {
    const format = formatOf(prefix);
    const known = format !== null && (format.language === null || (await this.#deps.languages()).includes(format.language));
    if (!known) throw new OaiError('cannotDisseminateFormat', `There is no format ${JSON.stringify(prefix)}.`);
    return format;
  }

  async #find(id: string): Promise<Item> {
    const [found] = (await this.#deps.meetings.changes(actor, { id })).meetings;
    if (!found) throw new OaiError('idDoesNotExist', 'There is no such meeting.');
    return found;
  }

  async #has(meeting: MeetingDetail, { kind, language }: OaiFormat): Promise<boolean> {
    return kind === 'oai_dc' || await this.#deps.interchange.textFor(meeting, language) !== null;
  }

  async #record(scope: InterchangeScope, item: Item, { kind, language }: OaiFormat): Promise<OaiRecord> {
    const header = headerOf(item);
    if (isGone(item)) return { ...header, metadata: null };
    if (kind === 'oai_dc') return { ...header, metadata: dublinCore(scope, item, await this.#deps.interchange.media(item.id)) };
    const proceedings = await this.#deps.interchange.proceedingsOf(item, language);
    const metadata = kind === 'akn' ? akomaNtoso(scope, item, proceedings)
      : teiDocument(scope, item, proceedings, await this.#deps.interchange.media(item.id), { timeline: true });
    return { ...header, metadata };
  }
}

type Gone = Exclude<Item, MeetingDetail>;

const isGone = (item: Item): item is Gone => item.state === 'removed' || item.state === 'withdrawn';

const headerOf = (item: Item): OaiHeader => ({ id: item.id, datestamp: seconds(item.updatedAt), setSpecs: 'title' in item ? setSpecsOf(item) : removedSpecsOf(item.places), deleted: isGone(item) });

/** Whether a meeting is in the root of a hierarchy, which the catalogue doesn't know as such; of one that went before that was kept nobody knows. */
function inRoot(item: Item, set: OaiSet | null): boolean {
  if (set === null || set.body !== undefined || set.category !== undefined) return true;
  if ('title' in item) return set.spec === 'body' ? item.body !== null : item.categories.length > 0;
  return item.places === null || (set.spec === 'body' ? item.places.bodies : item.places.categories).length > 0;
}
