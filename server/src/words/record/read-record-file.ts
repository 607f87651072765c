import { readRecord, WordsRefused, type ReadRecord } from '@openfloor/words';
import { AppError } from '#platform/errors/index.ts';
import { docxParts, isZip } from './docx-parts.ts';

/** Reads a record from the bytes of its file: text, a web page or a DOCX. Throws `folder_invalid` where there is no record in it. */
export function readRecordFile(name: string, bytes: Uint8Array, language: string): ReadRecord & { readonly told: readonly string[] } {
  try {
    const { damage, ...record } = isZip(bytes) ? readRecord({ form: 'docx', parts: partsOf(name, bytes) }, language) : readRecord({ form: 'bytes', bytes }, language);
    return { ...record, told: damage.map(({ line, says }) => (line === null ? says : `line ${line} ${says}`)) };
  } catch (error) {
    if (!(error instanceof WordsRefused)) throw error;
    throw new AppError('folder_invalid', { file: name, problem: `${error.line === null ? '' : `line ${error.line}: `}${error.message.replace(/\.$/, '')}` }, { cause: error });
  }
}

function partsOf(name: string, bytes: Uint8Array) {
  let parts: ReturnType<typeof docxParts>;
  try {
    parts = docxParts(bytes);
  } catch (error) {
    throw new AppError('folder_invalid', { file: name, problem: 'the document is damaged, or larger than a record can be; save it anew' }, { cause: error });
  }
  if (parts === null) throw new AppError('folder_invalid', { file: name, problem: 'it is an archive, but no DOCX; hand the record in as DOCX, HTML or text' });
  return parts;
}
