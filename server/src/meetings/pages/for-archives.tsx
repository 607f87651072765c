import { languageName } from '#platform/i18n/index.ts';
import { documentLanguages, documentPath, manifestPath } from './machine-forms.ts';
import type { MeetingView } from './meeting-view.ts';

/** The meeting in the forms that researchers and archives work with, by language. */
export function ForArchives({ view }: { readonly view: MeetingView }) {
  const { page, meeting, playable } = view;
  const { downloads } = page.words;
  const languages = documentLanguages(view);
  if (languages.length === 0 && !playable) return null;
  return (
    <>
      <h3 id="for-archives">{downloads.archives}</h3>
      <p>{downloads.archivesText}</p>
      <ul>
        {languages.map((language) => (
          <li>
            {languageName(language, page.language)}: <a href={documentPath(meeting.slug, 'akn', language)} rel="nofollow">Akoma Ntoso</a>, <a href={documentPath(meeting.slug, 'tei', language)} rel="nofollow">TEI</a>
          </li>
        ))}
        {playable ? <li><a href={manifestPath(meeting.id)} rel="nofollow">IIIF</a></li> : null}
      </ul>
    </>
  );
}
