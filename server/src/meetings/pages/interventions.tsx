import { formatClock, formatTime } from '@openfloor/player';
import { languageName } from '#platform/i18n/index.ts';
import { Figures, Name, say, Words } from '#web/index.ts';
import type { AgendaItem } from '../meeting-detail.domain.ts';
import { keptPart } from './kept-part.ts';
import { momentLink, type MeetingView, type TurnView } from './meeting-view.ts';

interface Group {
  readonly item: AgendaItem | null;
  readonly turns: readonly TurnView[];
}

/** Who had the floor, in order, under the agenda item they spoke to. Each is a link to that moment. */
export function Interventions({ view }: { readonly view: MeetingView }) {
  const { words } = view.page;
  return (
    <section class="interventions" id="interventions" aria-labelledby="interventions-title">
      <h2 id="interventions-title">{words.meeting.interventions}</h2>
      {view.turns.length === 0 ? <p class="quiet">{words.meeting.noInterventions}</p> : (
        <openfloor-interventions>
          <div class="turns" data-scroll tabindex={0} role="group" aria-labelledby="interventions-title">
            <TurnList view={view} />
          </div>
        </openfloor-interventions>
      )}
    </section>
  );
}

/** The turns by themselves, as lists under the agenda items. */
export function TurnList({ view }: { readonly view: MeetingView }) {
  const { language, address } = view.page;
  return keptPart(view.meeting, `turns ${language} ${address.searchParams.get('ch') ?? ''}`, () => turnList(view));
}

function turnList(view: MeetingView) {
  return (
    <>
      {groupByAgenda(view).map(({ item, turns }) => (
        <>
          {item ? <h3><Words text={item.title} page={view.page} /></h3> : null}
          <ol>{turns.map((turn) => <Turn view={view} turn={turn} />)}</ol>
        </>
      ))}
    </>
  );
}

function Turn({ view, turn }: { readonly view: MeetingView; readonly turn: TurnView }) {
  const { page } = view;
  const language = languageName(turn.language, page.language);
  return (
    <li class="turn" data-turn={turn.id}>
      <a href={momentLink(view, formatTime(turn.startMs))} data-start-ms={turn.startMs}>
        <span class={`turn-mark speaker-${turn.colour}`}></span>
        <span class="turn-who">
          <span class="turn-name"><Name text={turn.speaker.name} page={page} /></span>
          {turn.capacity ? <span class="turn-capacity"><Name text={turn.capacity} page={page} /></span> : null}
        </span>
        <span class="turn-when">
          <Figures>{formatClock(turn.startMs)}</Figures>
          {view.meeting.floorLanguages.length > 1 ? (
            <span class="turn-language">
              <span aria-hidden="true">{language}</span>
              <span class="visually-hidden">{say(page.words.meeting.speaks, { language })}</span>
            </span>
          ) : null}
        </span>
      </a>
    </li>
  );
}

/** Runs of turns that belong to the same item; one heading would say nothing, so a single item has none. */
function groupByAgenda({ meeting, turns }: MeetingView): readonly Group[] {
  if (meeting.agenda.length < 2) return [{ item: null, turns }];
  const groups: { item: AgendaItem | null; turns: TurnView[] }[] = [];
  for (const turn of turns) {
    const item = meeting.agenda.find(({ id }) => id === turn.agendaItemId) ?? null;
    const last = groups.at(-1);
    if (last && last.item === item) last.turns.push(turn);
    else groups.push({ item, turns: [turn] });
  }
  return groups;
}
