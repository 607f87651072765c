import { z } from 'zod';
import { AlignmentRequest } from '#alignment/index.ts';
import { ClipBody, ClipCaptionsQuery, ClipFileStateQuery, ClipTextQuery } from '#clips/index.ts';
import { ChangesQuery, ExportQuery, GoneMeeting } from '#bulk/index.ts';
import { ArchiveQuery, ProceedingsQuery, TeiQuery } from '#interchange/index.ts';
import { ListQuery } from '#meetings/index.ts';
import { RecognitionRequest } from '#recognition/index.ts';
import { ExportRequest, SubmissionRequest } from '#recordings/index.ts';
import { Alignment } from './alignment.schema.ts';
import { ArchiveLine } from './archive.schema.ts';
import { Clip, ClipFileState } from './clip.schema.ts';
import { ChannelLag, LagSummary } from './lag.schema.ts';
import { SearchQuery, SuggestionsQuery } from '#search/index.ts';
import { CreateTokenBody } from '#tokens/index.ts';
import { TagDecisions, TopicsQuery, VocabularyFiles, VocabularyQuery, VocabularyUse } from '#topics/index.ts';
import { CorrectionBody, HistoryQuery, TextChoice, TextQuery, UndoBody } from '#words/index.ts';
import { MeetingMedia } from './media.schema.ts';
import { BodyNode, CategoryNode, MeetingDetail, MeetingSummary } from './meeting.schema.ts';
import { Recognition } from './recognition.schema.ts';
import { SearchAnswer, Suggestions } from './search.schema.ts';
import { CountedTopic, Imported, MomentTag, Topic, Vocabulary } from './topic.schema.ts';
import { BroughtIn, CaptionTrack, ChannelText, ReadableText, TextChange } from './text.schema.ts';

/** One thing that a program can ask of the server. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  /** Below `/api/v1`, as `/meetings/{slug}`. */
  readonly path: string;
  /** Its name in clients. */
  readonly id: string;
  readonly tag: 'Catalogue' | 'Search' | 'Words' | 'Topics' | 'Interchange' | 'Bulk' | 'Recordings' | 'Operation';
  readonly summary: string;
  readonly more?: string;
  /** Without it the operator's token is needed. */
  readonly open: boolean;
  /** A token that the operator has made does too. */
  readonly token?: boolean;
  /** Whether it takes the version that it may be written onto. */
  readonly ifMatch?: boolean;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly status: 200 | 202;
  /** Of the answer. */
  readonly type: string;
  /** What the answer holds; none for streams and tables. */
  readonly answer?: z.ZodType;
  /** What each line of a stream of JSON holds. */
  readonly line?: z.ZodType;
}

const JSON_TYPE = 'application/json';
const Meeting = MeetingDetail.extend({ media: MeetingMedia.nullable() }).meta({ id: 'Meeting', description: 'Everything about a meeting.' });
const Gone = GoneMeeting.meta({ id: 'GoneMeeting', description: 'A meeting that was public and is no more, withdrawn or gone for good: a copy has to forget it.' });
const MeetingPage = z.object({ meetings: z.array(MeetingSummary), next: z.string().nullable().meta({ description: 'Give it as before to get the next page.' }) }).meta({ id: 'MeetingPage' });
const ChangesPage = z.object({ meetings: z.array(z.union([Meeting, Gone])), next: z.string().nullable().meta({ description: 'Give it as cursor to go on.' }) }).meta({ id: 'ChangesPage' });
const Purge = z.object({ prefixes: z.array(z.string()), addresses: z.array(z.string()) })
  .meta({ id: 'PurgeList', description: 'Paths that caches in front of the server have to forget.' });
const Removed = z.object({ id: z.uuid(), slug: z.string(), purge: Purge });
const State = { state: MeetingSummary.shape.state, version: z.int() };
const Handled = Removed.extend(State);
const Republished = Removed.omit({ purge: true }).extend(State);
const Finding = z.object({ what: z.string(), state: z.enum(['ok', 'warning', 'fault']), detail: z.string() });
const Backup = z.object({ file: z.string(), bytes: z.int(), tables: z.int(), rows: z.int(), meetings: z.int(), files: z.int() });

const CorrectedText = z.object({ text: ChannelText, change: TextChange.nullable().meta({ description: 'Null where there was nothing to change.' }) });
const TokenInfo = z.object({ name: z.string(), createdAt: z.iso.datetime(), createdBy: z.string() }).meta({ id: 'TokenInfo' });

const open = { open: true, status: 200, type: JSON_TYPE } as const;
const closed = { open: false, status: 200, type: JSON_TYPE } as const;

/** Everything below `/api/v1`; a test holds it against the routes that are mounted. */
export const OPERATIONS: readonly Operation[] = [
  { ...open, method: 'get', path: '/meetings', id: 'listMeetings', tag: 'Catalogue', summary: 'Meetings, newest first', query: ListQuery, answer: MeetingPage },
  { ...open, method: 'get', path: '/meetings/{slug}', id: 'getMeeting', tag: 'Catalogue', summary: 'One meeting with its channels and media', more: 'By its slug of today or of before, or by its id.', answer: Meeting },
  { ...open, method: 'get', path: '/meetings/{slug}/texts', id: 'listTexts', tag: 'Words', summary: 'The texts of a meeting’s channels', answer: z.object({ texts: z.array(ChannelText), captions: z.array(CaptionTrack) }) },
  { ...open, method: 'get', path: '/meetings/{slug}/texts/{channel}', id: 'getText', tag: 'Words', summary: 'What is said in a channel', more: 'As data, or as a file by format: WebVTT, SubRip, TTML (IMSC 1.1), plain text, DOCX, JSON of podcasts, JSON lines.', query: TextQuery, answer: ReadableText },
  {
    ...closed, token: true, ifMatch: true, method: 'patch', path: '/meetings/{slug}/texts/{channel}', id: 'correctText', tag: 'Words', summary: 'Correct a text', query: TextChoice, body: CorrectionBody, answer: CorrectedText,
    more: 'All of it or nothing. A segment that others have changed since the version that was read answers 409; a text at another version than If-Match answers 412; what can’t be done answers 422.',
  },
  { ...closed, token: true, method: 'get', path: '/meetings/{slug}/texts/{channel}/history', id: 'getTextHistory', tag: 'Words', summary: 'What was done to a text, the newest first', more: 'Up to 100 segments of each change.', query: HistoryQuery, answer: z.object({ changes: z.array(TextChange), next: z.int().nullable().meta({ description: 'Give it as before to go on.' }) }) },
  { ...closed, token: true, ifMatch: true, method: 'post', path: '/meetings/{slug}/texts/{channel}/undo', id: 'undoTextChange', tag: 'Words', summary: 'Take a change of a text back', more: 'What was changed elsewhere since stays; 409 where a later change builds on it.', query: TextChoice, body: UndoBody, answer: CorrectedText },
  { ...open, method: 'get', path: '/meetings/{slug}/lag', id: 'listLags', tag: 'Words', summary: 'How far each interpretation channel is behind the floor', answer: z.object({ channels: z.array(LagSummary) }) },
  { ...open, method: 'get', path: '/meetings/{slug}/lag/{channel}', id: 'getLag', tag: 'Words', summary: 'The lag of a channel over the meeting', more: 'Measured after publication and when words change, from pauses, changes of speakers, and words where there are some.', answer: ChannelLag },
  { ...open, method: 'get', path: '/topics', id: 'listTopics', tag: 'Topics', summary: 'What is spoken about, the most frequent first', more: 'With q, topics that are called so, the nearest first.', query: TopicsQuery, answer: z.object({ topics: z.array(CountedTopic) }) },
  { ...open, method: 'get', path: '/topics/{slug}', id: 'getTopic', tag: 'Topics', summary: 'A topic, its neighbours, and what is spoken of together with it', more: 'What was said on it: /search with topic, and with for a second topic.', answer: Topic },
  { ...closed, token: true, method: 'get', path: '/meetings/{slug}/topics', id: 'reviewTopics', tag: 'Topics', summary: 'The topics of a meeting’s moments, to be reviewed', answer: z.object({ tags: z.array(MomentTag) }) },
  {
    ...closed, token: true, method: 'post', path: '/meetings/{slug}/topics', id: 'decideTopics', tag: 'Topics', summary: 'Accept or refuse topics of moments', body: TagDecisions, answer: z.object({ tags: z.array(MomentTag) }),
    more: 'What is refused stays away, what is accepted stays, also when the words are corrected and moments are tagged anew.',
  },
  { ...open, method: 'get', path: '/vocabularies', id: 'listVocabularies', tag: 'Topics', summary: 'Where topics come from', answer: z.object({ vocabularies: z.array(Vocabulary) }) },
  { ...open, method: 'get', path: '/vocabularies/turtle', id: 'exportVocabulary', tag: 'Topics', summary: 'Concepts as SKOS in Turtle', more: 'Of one scheme, or of all; it can be taken in again.', query: VocabularyQuery, type: 'text/turtle' },
  {
    ...closed, method: 'post', path: '/vocabularies', id: 'importVocabulary', tag: 'Topics', summary: 'Take a vocabulary in', body: VocabularyFiles, answer: Imported,
    more: 'SKOS and SKOS-XL. Files that lie on the server by their paths, or one as the body itself, with Content-Type text/turtle, application/n-triples, application/rdf+xml or application/ld+json. Concepts that are known by their URI keep their addresses.',
  },
  { ...closed, method: 'patch', path: '/vocabularies', id: 'useVocabulary', tag: 'Topics', summary: 'Let a vocabulary be used, or not', body: VocabularyUse, answer: VocabularyUse },
  { ...closed, method: 'delete', path: '/vocabularies', id: 'removeVocabulary', tag: 'Topics', summary: 'Remove a vocabulary', more: 'With its concepts that no meeting has; the others stay as topics.', query: VocabularyQuery, answer: z.object({ removed: z.int(), kept: z.int() }) },
  { ...open, method: 'get', path: '/meetings/{slug}/akn/{language}', id: 'getAkomaNtoso', tag: 'Interchange', summary: 'What was said, as an Akoma Ntoso debate', more: 'Akoma Ntoso 3.0 (OASIS LegalDocML): the official record in a language where there is one, else what is said in its channel.', query: ProceedingsQuery, type: 'application/akn+xml' },
  { ...open, method: 'get', path: '/meetings/{slug}/tei/{language}', id: 'getTei', tag: 'Interchange', summary: 'What was said, as TEI', more: 'A component of a ParlaMint corpus; timeline=no leaves out what ParlaMint’s own schema does not know.', query: TeiQuery, type: 'application/tei+xml' },
  { ...open, method: 'get', path: '/bodies/{body}/tei/{language}', id: 'getTeiCorpus', tag: 'Interchange', summary: 'The meetings of a body as a TEI corpus', more: 'The root of a ParlaMint corpus: who and what the texts refer to, and an inclusion for each text.', type: 'application/tei+xml' },
  {
    ...open, method: 'get', path: '/search', id: 'search', tag: 'Search', summary: 'The moments at which something was said, in any language', query: SearchQuery, answer: SearchAnswer,
    more: 'A moment is found by the words of any channel or record, and answered with the floor’s own words, those in the reader’s language and where to listen in each. While there is no index the answer is 503 with the code search_away and Retry-After: it is made anew by itself; /meetings answers meanwhile.',
  },
  { ...open, method: 'get', path: '/search/suggestions', id: 'suggest', tag: 'Search', summary: 'How words and names go on that somebody has begun to type', query: SuggestionsQuery, answer: Suggestions },
  {
    ...open, method: 'post', path: '/meetings/{slug}/clips', id: 'makeClip', tag: 'Words', summary: 'Give a stretch of a meeting a permanent address', body: ClipBody, answer: Clip,
    more: 'Anybody may, some twenty times a minute. The stretch is widened to whole sentences, ten minutes at most; the same stretch with the same words always has the same id.',
  },
  { ...open, method: 'get', path: '/clips/{id}', id: 'getClip', tag: 'Words', summary: 'A clip, where it is today', more: 'It is found again by the time maps of the recording, then by its words: state says whether these are as they were.', answer: Clip },
  {
    ...open, method: 'get', path: '/clips/{id}/file', id: 'makeClipFile', tag: 'Words', summary: 'Make a file of a clip, or ask how far it is', query: ClipFileStateQuery, answer: ClipFileState,
    more: 'Video or sound of any channel, with captions of one or two channels beside or in the picture. Captions in the picture take about as long as the clip is: until then it answers 202; ask again.',
  },
  { ...open, method: 'get', path: '/clips/{id}/captions/{channel}', id: 'getClipCaptions', tag: 'Words', summary: 'The captions of a channel over a clip, from its beginning', query: ClipCaptionsQuery, type: 'text/vtt' },
  { ...open, method: 'get', path: '/clips/{id}/text', id: 'getClipText', tag: 'Words', summary: 'The words of a clip with the reference to them', query: ClipTextQuery, type: 'text/plain' },
  { ...open, method: 'get', path: '/bodies', id: 'listBodies', tag: 'Catalogue', summary: 'The tree of bodies', answer: z.object({ bodies: z.array(BodyNode) }) },
  { ...open, method: 'get', path: '/categories', id: 'listCategories', tag: 'Catalogue', summary: 'The browsing tree', answer: z.object({ categories: z.array(CategoryNode) }) },
  {
    ...open, method: 'get', path: '/changes', id: 'listChanges', tag: 'Bulk', summary: 'Everything, in the order of its last change', query: ChangesQuery, answer: ChangesPage,
    more: 'To keep a copy: walk to the end with cursor once, then ask from time to time with updated_since, going a minute back so that nothing in flight is missed. A meeting that was withdrawn or deleted has its state and nothing else.',
  },
  { ...open, method: 'get', path: '/export.json', id: 'exportJson', tag: 'Bulk', summary: 'Every meeting as one JSON document', query: ExportQuery, answer: z.object({ meetings: z.array(Meeting) }) },
  { ...open, method: 'get', path: '/export.jsonl', id: 'exportJsonLines', tag: 'Bulk', summary: 'Every meeting, one JSON object a line', query: ExportQuery, type: 'application/jsonl' },
  {
    ...open, method: 'get', path: '/archive.jsonl', id: 'archive', tag: 'Bulk', summary: 'Everything with all words, as one stream of JSON lines', query: ArchiveQuery, type: 'application/jsonl', line: ArchiveLine,
    more: 'Each meeting is a line, its texts and lags are lines of their own behind it, and then comes a cursor: a stream that broke off goes on with the last one. The line end says that nothing is missing. In the order of the last change, so that what comes later holds.',
  },
  { ...open, method: 'get', path: '/export.csv', id: 'exportCsv', tag: 'Bulk', summary: 'A table of the meetings', query: ExportQuery, type: 'text/csv' },
  { ...open, method: 'get', path: '/recordings/{id}/events', id: 'followRecording', tag: 'Recordings', summary: 'News about a recording, as server-sent events', type: 'text/event-stream', more: 'Events: state, progress, waiting, renditions, failed, alive.' },
  { ...closed, method: 'get', path: '/recordings/{id}', id: 'getRecording', tag: 'Recordings', summary: 'One recording', answer: MeetingMedia.extend({ meetingId: z.uuid() }) },
  {
    ...closed, method: 'post', path: '/recordings', id: 'publish', tag: 'Recordings', summary: 'Publish a meeting folder or a media file that lies on the server', status: 202, body: SubmissionRequest,
    answer: z.object({ meetingId: z.uuid(), slug: z.string(), recordingId: z.uuid().nullable(), words: z.array(BroughtIn) }),
  },
  { ...closed, method: 'get', path: '/meetings/{slug}/recognitions', id: 'listRecognitions', tag: 'Words', summary: 'How far the recognition of each channel is', answer: z.object({ recognitions: z.array(Recognition) }) },
  {
    ...closed, method: 'post', path: '/meetings/{slug}/recognitions', id: 'recognise', tag: 'Words', summary: 'Have channels recognised by the operator’s own models', status: 202, body: RecognitionRequest,
    more: 'It goes on where it was stopped or failed. What people have corrected is never written over.',
    answer: z.object({ recognitions: z.array(Recognition), left: z.array(z.object({ channel: z.string(), reason: z.string() })).meta({ description: 'Channels that are left out.' }) }),
  },
  { ...closed, method: 'delete', path: '/meetings/{slug}/recognitions/{channel}', id: 'stopRecognition', tag: 'Words', summary: 'Stop the recognition of a channel; what there is so far is kept', answer: Recognition },
  { ...closed, method: 'post', path: '/meetings/{slug}/withdraw', id: 'withdrawMeeting', tag: 'Operation', summary: 'Take a meeting out of the public view', answer: Handled },
  { ...closed, method: 'post', path: '/meetings/{slug}/republish', id: 'republishMeeting', tag: 'Operation', summary: 'Take a withdrawal back', answer: Republished },
  { ...closed, method: 'post', path: '/meetings/{slug}/export', id: 'exportMeeting', tag: 'Operation', summary: 'Write a meeting as a folder on the server', body: ExportRequest, answer: z.object({ folder: z.string(), files: z.int() }) },
  { ...closed, method: 'delete', path: '/meetings/{slug}', id: 'removeMeeting', tag: 'Operation', summary: 'Delete a meeting and its media for good', answer: Removed },
  { ...closed, method: 'get', path: '/tokens', id: 'listTokens', tag: 'Operation', summary: 'The tokens that hold', answer: z.object({ tokens: z.array(TokenInfo) }) },
  { ...closed, method: 'post', path: '/tokens', id: 'createToken', tag: 'Operation', summary: 'Make a token', more: 'It is shown this once; only its hash is kept.', body: CreateTokenBody, answer: TokenInfo.extend({ token: z.string() }) },
  { ...closed, method: 'delete', path: '/tokens/{name}', id: 'revokeToken', tag: 'Operation', summary: 'End a token', answer: TokenInfo },
  { ...closed, method: 'get', path: '/meetings/{slug}/alignments', id: 'listAlignments', tag: 'Words', summary: 'Texts that are or were laid along the sound of their channels', more: 'The newest first; those that have ended are told for some days.', answer: z.object({ alignments: z.array(Alignment) }) },
  { ...closed, method: 'post', path: '/meetings/{slug}/alignments', id: 'alignText', tag: 'Words', summary: 'Give a text the times of a channel’s sound', more: 'The text takes the place of the channel’s text of its kind and language; what isn’t heard, what is missing and what is doubtful stands in its provenance.', status: 202, body: AlignmentRequest, answer: Alignment },
  { ...closed, method: 'post', path: '/backup', id: 'makeBackup', tag: 'Operation', summary: 'Write everything into one file on the server', body: z.strictObject({ path: z.string() }), answer: Backup },
  { ...closed, method: 'post', path: '/search/reindex', id: 'reindex', tag: 'Operation', summary: 'Put every public meeting into the index of search anew', more: 'Questions are answered meanwhile.', status: 202, answer: z.object({ meetings: z.int() }) },
  { ...closed, method: 'get', path: '/doctor', id: 'examine', tag: 'Operation', summary: 'Look for what can keep Openfloor from working', answer: z.object({ findings: z.array(Finding) }) },
  { ...open, method: 'get', path: '/openapi.json', id: 'getDescription', tag: 'Operation', summary: 'This description (OpenAPI 3.1)', answer: z.looseObject({ openapi: z.literal('3.1.0') }) },
];
