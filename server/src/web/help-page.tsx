import { SHORTCUTS, type Command } from '@openfloor/player';
import { Layout } from './layout.tsx';
import type { Messages } from './locales/index.ts';
import { at, type Page } from './site.ts';
import { Part } from './texts/index.ts';
import { Figures } from './words.tsx';

const COMMANDS: Readonly<Record<Command, keyof Messages['help']['commands']>> = {
  toggle: 'toggle', back: 'back', forward: 'forward', 'previous-speaker': 'previousSpeaker', 'next-speaker': 'nextSpeaker',
  captions: 'captions', 'next-channel': 'nextChannel', 'previous-channel': 'previousChannel', 'second-picture': 'secondPicture', slower: 'slower', faster: 'faster', mute: 'mute',
  'full-screen': 'fullScreen',
};
/** The whole archive in the forms of others; names are the same in every language. */
const ARCHIVES = [['JSON', '/api/v1/archive.jsonl'], ['OAI-PMH', '/oai?verb=Identify'], ['IIIF', '/iiif/collection.json']] as const;
const EXAMPLE = '?t=1h02m03s&ch=fr';

/** How to listen, how to get about, which keys there are. */
export function HelpPage({ page }: { readonly page: Page }) {
  const { help } = page.words;
  return (
    <Layout page={page} title={help.title} description={help.languageText}>
      <article class="prose">
        <h1>{help.title}</h1>
        <Part id="language" title={help.language} text={help.languageText} />
        <Part id="moving" title={help.moving} text={help.movingText} />
        <Part id="keys" title={help.keys} text={help.keysText} />
        <Keys page={page} />
        <Part id="reading" title={help.reading} text={help.readingText} />
        <Part id="quoting" title={help.quoting} text={help.quotingText} />
        <Part id="search" title={help.search} text={help.searchText} />
        <Part id="slow" title={help.slow} text={help.slowText} />
        <Part id="address" title={help.address} text={help.addressText} />
        <p><code dir="ltr">{EXAMPLE}</code></p>
        <Part id="elsewhere" title={help.elsewhere} text={help.elsewhereText} />
        <Part id="archives" title={help.archives} text={help.archivesText} />
        <ul>
          {ARCHIVES.map(([name, address]) => <li><a href={address} rel="nofollow" dir="ltr">{name}</a></li>)}
          <li><a href={at(page, 'api')}>API</a></li>
        </ul>
        <Part id="authentic" title={page.words.authentic.title} text={page.words.authentic.text} />
      </article>
    </Layout>
  );
}

function Keys({ page }: { readonly page: Page }) {
  const { help } = page.words;
  return (
    <table class="keys">
      <thead><tr><th scope="col">{help.key}</th><th scope="col">{help.effect}</th></tr></thead>
      <tbody>
        {SHORTCUTS.map(({ command, keys }) => (
          <tr>
            <th scope="row">{keys.map((key) => <kbd>{keyName(key, help.space)}</kbd>)}</th>
            <td>{help.commands[COMMANDS[command]]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A key as it is printed on a keyboard. */
function keyName(key: string, space: string) {
  if (key === ' ') return space;
  if (key === 'ArrowLeft') return '←';
  if (key === 'ArrowRight') return '→';
  return <Figures>{key !== key.toLowerCase() ? `Shift + ${key}` : key.toUpperCase()}</Figures>;
}
