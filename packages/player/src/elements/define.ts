import { ChannelsElement } from './channels-element.ts';
import { InterventionsElement } from './interventions-element.ts';
import { PlayerElement } from './player-element.ts';
import { ProgressElement } from './progress-element.ts';
import { StageElement } from './stage-element.ts';
import { TimelineElement } from './timeline-element.ts';
import { WordsElement } from './words-element.ts';

const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'openfloor-player': PlayerElement,
  'openfloor-stage': StageElement,
  'openfloor-channels': ChannelsElement,
  'openfloor-timeline': TimelineElement,
  'openfloor-interventions': InterventionsElement,
  'openfloor-words': WordsElement,
  'openfloor-progress': ProgressElement,
};

/** Defines the player's elements; a second call does nothing. */
export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}
