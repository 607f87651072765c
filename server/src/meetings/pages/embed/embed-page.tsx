import type { PlayerMessages } from '@openfloor/player';
import { at, plain, scriptJson, Words } from '#web/index.ts';
import { ListenBar } from '../listen-bar.tsx';
import type { MeetingView } from '../meeting-view.ts';
import { playerData } from '../player-data.ts';
import { Stage } from '../stage.tsx';
import { Timeline } from '../timeline.tsx';

/** A meeting inside another site's page: its title, the languages, the picture, and the way to everything else. */
export function EmbedPage({ view, player, clip }: { readonly view: MeetingView; readonly player: PlayerMessages; /** Id of the clip that it shows. */ readonly clip?: string }) {
  const { page, meeting, playable } = view;
  const { site } = page;
  const title = plain(meeting.title, page);
  const address = at(page, clip === undefined ? `meetings/${encodeURIComponent(meeting.slug)}` : `clips/${clip}`);
  return (
    <html lang={page.language} dir={page.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${page.words.site.name}`}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={new URL(address, page.address).href} />
        <link rel="icon" href={site.assets.address('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={site.assets.address('watch.css')} />
        <link rel="stylesheet" href={site.assets.address('embed.css')} />
        {playable ? <script type="module" src={site.assets.address('player.js')}></script> : null}
      </head>
      <body class="embed">
        <main>
          <openfloor-player class="meeting" data-phase="idle">
            <script type="application/json" dangerouslySetInnerHTML={{ __html: scriptJson(playerData(view)) }}></script>
            <h1><a href={address + page.address.search} target="_blank" rel="noopener"><Words text={meeting.title} page={page} /></a></h1>
            <ListenBar view={view} />
            <div class="watch">
              <Stage view={view} player={player} />
              {clip === undefined ? <Timeline view={view} reading={null} /> : null}
            </div>
          </openfloor-player>
        </main>
      </body>
    </html>
  );
}
